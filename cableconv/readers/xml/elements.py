"""From elements to plain values, by the types of the tree's structs.

Unknown names are kept too, so that ``readers.trees`` can report their paths.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from lxml.etree import _Element
from msgspec import inspect

from cableconv.cable import Span
from cableconv.errors import InputError
from cableconv.exporters.xml.characters import restore
from cableconv.patterns import pattern
from cableconv.schema import NAMESPACE
from cableconv.schema.structs import without_none
from cableconv.schema.xml_layout import MENTION

_NUMBER = pattern(r"-?[0-9]{1,18}")
_MOST_UNKNOWN = 50  # attributes of an element, enough to report them


class Elements:
    """The elements of one document; ``where`` is its name in messages."""

    def __init__(self, where: str) -> None:
        self._where = where

    def struct(self, element: _Element, struct: type) -> dict[str, Any]:
        """Return the values of an element's attributes and children, by name."""
        kinds = _fields(struct)
        values = {
            name: _plain(str(element.get(name, "")), kinds.get(name))
            for name in _attributes(element, kinds)
        }
        for child in self._children(element):
            name = _name(child)
            if name in values:
                raise self._fault(child, f"{name} occurs twice in one element")
            values[name] = self._value(child, kinds.get(name))
        return values

    def _value(self, element: _Element, kind: inspect.Type | None) -> Any:
        """Return the content of a child: a struct, a list or a text."""
        match kind:
            case inspect.StructType(cls):
                return self.struct(element, cls)
            case inspect.VarTupleType(inspect.UnionType(types)):
                return [self._block(member, types) for member in self._children(element)]
            case inspect.VarTupleType(item):
                return [self._value(member, item) for member in self._children(element)]
        return self._text(element) if kind is not None else restore(element.text or "")

    def _text(self, element: _Element) -> str:
        """Return an element's text, including that of mentions; each piece is unescaped alone."""
        for child in element.iterdescendants():
            if _name(child) != MENTION:
                raise self._fault(child, f"{_name(element)} holds text, not elements")
        return "".join(restore(str(piece)) for piece in element.itertext())

    def _block(self, element: _Element, types: Iterable[inspect.Type]) -> dict[str, Any]:
        name = _name(element)
        for kind in types:
            if isinstance(kind, inspect.StructType) and kind.tag == name:
                return {"type": name, **self.struct(element, kind.cls)}
        raise self._fault(element, f"{name} is not a block of a cable")

    def _children(self, element: _Element) -> Iterable[_Element]:
        """Return the children of an element, which must have no text of its own."""
        if any((text or "").strip() for text in (element.text, *(e.tail for e in element))):
            raise self._fault(element, f"{_name(element)} holds elements, not text")
        return element

    def _fault(self, element: _Element, says: str) -> InputError:
        line = int(element.sourceline) if isinstance(element.sourceline, int) else None
        return InputError(f"not a cable's tree: {says}.", path=self._where, line=line)


def _attributes(element: _Element, kinds: Container[str]) -> Iterator[str]:
    """Return the names of a struct's attributes, and the first unknown ones.

    lxml searches all attributes for each value, so thousands would take quadratic time.
    """
    names = list(map(str, element.keys()))
    yield from filter(kinds.__contains__, names)
    yield from islice((name for name in names if name not in kinds), _MOST_UNKNOWN)


def _plain(text: str, kind: inspect.Type | None) -> Any:
    """Return the value of an attribute; an invalid number stays text, for the type check."""
    if isinstance(kind, inspect.StructType) and kind.cls is Span:
        return [_number(each) for each in text.split()]
    return _number(text) if isinstance(kind, inspect.IntType) else restore(text)


def _number(text: str) -> int | str:
    return int(text) if _NUMBER.fullmatch(text) else text


def _name(element: _Element) -> str:
    return str(element.tag).removeprefix(f"{{{NAMESPACE}}}")


@cache
def _fields(struct: type) -> dict[str, inspect.Type]:
    """Return the types of a struct's fields, by name."""
    kind = inspect.type_info(struct)
    assert isinstance(kind, inspect.StructType)
    return {field.name: without_none(field.type) for field in kind.fields}
