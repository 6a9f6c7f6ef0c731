"""YAML whose items are records: fixtures of Django and Rails, lists of mappings, documents.

A record is an item of the outermost list, a mapping below a name (``one:``), or a document
between ``---``.  Of YAML 1.2 only what programs write for texts and names is read: plain, quoted
and block scalars; anchors, types and flow mappings are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TextIO

from cableconv.patterns import pattern
from cableconv.readers.records import record
from cableconv.readers.records.record import PIECE, Escapes, Record, Row, Value, plain
from cableconv.readers.records.texts import looks_like_a_cable
from cableconv.readers.records.yaml_quotes import IN_DOUBLE, IN_SINGLE

_BEFORE = pattern(r"(?:[ \t]*(?:#[^\n]*|---[ \t]*|%[^\n]*)?\n)*+")
_NAME = r"""(?:[A-Za-z_][\w .-]{0,60}|"[^"\n\\]{1,60}"|'[^'\n]{1,60}')"""
_ITEM = pattern(rf"(?P<indent> *)-[ ]+(?={_NAME}:(?: |\n))")
_OPENS_LIST = pattern(rf"[A-Za-z_]\w*:[ \t]*\n(?P<indent> *)-[ ]+(?={_NAME}:(?: |\n))")
_KEY = r"""(?:[\w.-]+|"[\w.-]+"|'[\w.-]+')"""
_OPENS_MAPPING = pattern(rf"(?P<indent> *){_KEY}:[ \t]*\n(?= +{_NAME}:(?: |\n))")
_OPENS_DOCUMENT = pattern(rf"{_NAME}:[ ]+\S")
_MEMBER = pattern(
    rf"""^(?P<indent>[ ]*(?:-[ ]+)*)(?P<name>{_NAME}):(?:[ \t]*(?=\n|\Z)|[ ]+
    (?:(?P<block>[|>])[-+\d]{{0,2}}[ \t]*(?:\#[^\n]*)?(?:\n|\Z)
    |"(?P<double>[^"\\]*+(?:\\.[^"\\]*+)*+)"
    |'(?P<single>[^']*+(?:''[^']*+)*+)'
    |(?P<plain>[^\n]*+)))""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_NAMED = pattern(rf" *(?P<name>{_KEY}):[ \t]*$")
_LINE = pattern(r"(?P<indent>[ ]*)(?P<rest>[^\n]*)(?:\n|\Z)")
_DOCUMENT = pattern(r"---[ \t]*$")
_AS_WRITTEN = Escapes(pattern(r"\x00"), lambda escape: "")


def opens(head: str) -> bool:
    """Whether it is YAML, and a block or quoted text in it is that of a cable."""
    return _form(head) is not None and any(
        value.escapes is not _AS_WRITTEN and looks_like_a_cable(plain(head, value))
        for _, value in _members(head)
    )


def rows(stream: TextIO, head: str) -> Iterator[Row]:
    """Yield the items, unchanged; of one too long, the beginning."""
    begins = _form(head) or _DOCUMENT
    number, line, size, first = 0, 1, 0, 1
    held: list[str] | None = [] if begins is _DOCUMENT else None
    while piece := stream.readline(PIECE):
        if begins.match(piece):
            if held and _says_something(held):
                number += 1
                yield _row(number, first, held, size)
            held, size, first = [], 0, line
        if held is not None:
            size += len(piece)
            if size <= record.LONGEST:
                held.append(piece)
        line += piece.endswith("\n")
    if held and _says_something(held):
        yield _row(number + 1, first, held, size)


def _row(number: int, line: int, held: list[str], size: int) -> Row:
    """Return the item of these lines, with its own name, which may be a cable's number."""
    named = _NAMED.match(held[0])
    key = named["name"].strip("\"'") if named else ""
    return Row(number, line, "".join(held), size > record.LONGEST, key=key)


def _says_something(held: list[str]) -> bool:
    return _BEFORE.fullmatch("".join(held)) is None


def records(rows: Iterable[Row], head: str) -> Iterator[Record]:
    """Yield each item's values by their names, nested ones too; the first of a name counts.

    A text under a name that had one is another cable, in a list inside the item.
    """
    for row in rows:
        values: dict[str, Value] = {}
        for name, value in _members(row.text):
            if name in values and looks_like_a_cable(plain(row.text, value)):
                yield Record(row, values)
                values = {}
            values.setdefault(name, value)
        yield Record(row, values)


def _form(head: str) -> re.Pattern[str] | None:
    """Return the beginning of each record's first line."""
    before = _BEFORE.match(head)
    at = before.end() if before else 0
    if found := _ITEM.match(head, at) or _OPENS_LIST.match(head, at):
        return _beginning(rf" {{{len(found['indent'])}}}-[ ]")
    depth = None
    while found := _OPENS_MAPPING.match(head, at):
        depth, at = len(found["indent"]), found.end()
    if depth is not None:
        return _beginning(rf" {{{depth}}}{_KEY}:[ \t]*$")
    return _DOCUMENT if _OPENS_DOCUMENT.match(head, at) else None


@cache
def _beginning(form: str) -> re.Pattern[str]:
    return re.compile(form)


def _members(text: str) -> Iterator[tuple[str, Value]]:
    """Yield each name with the place of its value."""
    at = 0
    while member := _MEMBER.search(text, at):
        at = member.end()
        name = member["name"].strip("\"'")
        if member["block"]:
            value = _block(text, at, len(member["indent"]), member["block"] == ">")
            at = value.end
            yield name, value
        elif member["double"] is not None:
            yield name, Value(*member.span("double"), IN_DOUBLE)
        elif member["single"] is not None:
            yield name, Value(*member.span("single"), IN_SINGLE)
        elif member["plain"]:
            yield name, Value(*member.span("plain"), _AS_WRITTEN)


def _block(text: str, at: int, outside: int, is_folded: bool) -> Value:
    """Return the lines that are indented more than their name."""
    start, end, inside = at, at, 0
    while at < len(text) and (line := _LINE.match(text, at)):
        depth = len(line["indent"])
        if line["rest"].strip():
            if depth <= outside:
                break
            inside = inside or depth
            end = line.end("rest")
        at = line.end()
    return Value(min(start + inside, end), end, _indented(inside, is_folded))


@cache
def _indented(depth: int, is_folded: bool) -> Escapes:
    """The escapes of a block: a line end and the indentation below it are a line end."""
    if not is_folded:
        return Escapes(re.compile(rf"\n {{0,{depth}}}|\x00"), lambda escape: escape[:1].strip("\0"))
    return Escapes(
        re.compile(rf"(?:\n[ ]*)++(?<=\n {{{depth}}})|\x00"),
        lambda escape: "" if escape == "\0" else "\n" * (escape.count("\n") - 1) or " ",
    )
