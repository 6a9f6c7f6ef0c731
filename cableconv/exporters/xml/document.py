"""Writes a tree down as XML.

The markup is joined from strings: for an average cable of 10 KB this takes 0.25 ms, where
the same elements made and serialised by lxml take 0.44 ms; and lxml refuses what XML forbids,
so the texts would have to be looked through for it as well.  That what is written is XML, and
keeps to the RELAX NG schema, is held by tests, which read it with lxml.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect

from cableconv.cable import Block, Cable, Reference, Span
from cableconv.exporters.xml import layout
from cableconv.exporters.xml.characters import attribute, content, escape
from cableconv.mentions import mentions
from cableconv.provenance import provenance
from cableconv.schema import NAMESPACE, PROVENANCE_KEY, VERSION
from cableconv.schema.structs import without_none

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def document(cable: Cable, indent: int, with_provenance: bool = False) -> str:
    """The whole document; ``indent`` is the number of blanks a level, 0 for one line."""
    writer = Writer(indent)
    about = [Child(Writer.struct, PROVENANCE_KEY, provenance(cable))] if with_provenance else ()
    writer.cable(layout.ROOT, cable, writer.newline, _ABOUT_THE_TREE, about)
    return DECLARATION + escape("".join(writer.pieces)).lstrip() + "\n"


_ABOUT_THE_TREE = f' xmlns="{NAMESPACE}" version="{VERSION}"'

Write = Callable[["Writer", str, Any, str], None]
"""Writes one child: its element's name, its value, and the line break that leads up to it."""


class Field(NamedTuple):
    """A field of a struct; ``write`` makes its element, ``None`` stands for an attribute."""

    name: str
    default: Any
    write: Write | None


class Child(NamedTuple):
    """A child that is still to be written."""

    write: Write
    name: str
    value: Any


class Writer:
    """Collects the pieces of one document; ``step`` is what a level is indented by."""

    def __init__(self, indent: int) -> None:
        self.pieces: list[str] = []
        self.newline = "\n" if indent else ""
        self.step = " " * indent
        self._references: tuple[Reference, ...] = ()

    def cable(
        self, name: str, cable: Cable, lead: str, extra: str = "", first: Sequence[Child] = ()
    ) -> None:
        """A cable; its texts mention its own references, not those of a cable around it."""
        around, self._references = self._references, cable.references
        self.struct(name, cable, lead, extra, first)
        self._references = around

    def struct(
        self,
        name: str,
        node: msgspec.Struct,
        lead: str,
        extra: str = "",
        first: Sequence[Child] = (),
    ) -> None:
        """An element with the node's plain values as attributes and the rest as children."""
        opening, children = [f"{lead}<{name}{extra}"], list(first)
        for field, default, write in fields(type(node)):
            value = getattr(node, field)
            if value is default or value == default:
                continue
            if write is None:
                opening.append(f' {field}="{plain(value)}"')
            else:
                children.append(Child(write, field, value))
        self._close("".join(opening), name, children, lead)

    def members(self, name: str, values: tuple[Any, ...], lead: str) -> None:
        """An element with one child for each member of a list."""
        of = layout.MEMBERS.get(name, "")
        children = [Child(_write(value), _member_name(value, of), value) for value in values]
        self._close(f"{lead}<{name}", name, children, lead)

    def text(self, name: str, text: str, lead: str) -> None:
        """An element that holds a text."""
        self.pieces.append(f"{lead}<{name}>{content(text)}</{name}>")

    def running(self, name: str, text: str, lead: str) -> None:
        """An element that holds a running text; mentions of references are elements in it."""
        written, end = [], 0
        for mention in mentions(text, self._references):
            words = content(text[mention.start : mention.end])
            written.append(content(text[end : mention.start]))
            written.append(f"<{layout.MENTION}{self._target(mention.reference)}>{words}")
            written.append(f"</{layout.MENTION}>")
            end = mention.end
        rest = content(text[end:])
        self.pieces.append(f"{lead}<{name}>{''.join(written)}{rest}</{name}>")

    def _target(self, reference: int | None) -> str:
        label = None if reference is None else self._references[reference].label
        return f' {layout.TARGET}="{attribute(label)}"' if label else ""

    def _close(self, opening: str, name: str, children: Sequence[Child], lead: str) -> None:
        if not children:
            self.pieces.append(f"{opening}/>")
            return
        self.pieces.append(f"{opening}>")
        inner = lead + self.step
        for write, child, value in children:
            write(self, child, value, inner)
        self.pieces.append(f"{lead}</{name}>")


def plain(value: str | int | Span) -> str:
    """A value as it stands in an attribute."""
    if isinstance(value, str):
        return attribute(value)
    return f"{value.start} {value.end}" if isinstance(value, Span) else str(value)


@cache
def fields(struct: type[msgspec.Struct]) -> tuple[Field, ...]:
    """A struct's fields and how each is written; a default is ``NODEFAULT`` where it has none."""
    kind = inspect.type_info(struct)
    assert isinstance(kind, inspect.StructType)
    return tuple(
        Field(field.name, field.default, _write_field(struct, field.name, field.type))
        for field in kind.fields
    )


def _write_field(struct: type, name: str, kind: inspect.Type) -> Write | None:
    match without_none(kind):
        case inspect.StructType(cls) if cls is Span:
            return None
        case inspect.StructType(cls):
            return Writer.cable if cls is Cable else Writer.struct
        case inspect.VarTupleType():
            return Writer.members
    if struct in layout.RUNNING and name == layout.RUNNING_TEXT:
        return Writer.running
    return Writer.text if name in layout.TEXTS else None


def _write(member: Any) -> Write:
    if isinstance(member, str):
        return Writer.text
    return Writer.members if isinstance(member, tuple) else Writer.struct


def _member_name(member: Any, of: str) -> str:
    """The element's name of one member of a list."""
    return member.type if isinstance(member, Block) else of
