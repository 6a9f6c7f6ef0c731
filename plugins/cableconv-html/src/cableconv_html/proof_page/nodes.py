"""The cable of a proof: its fields, blocks and furniture as a list, each under its path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from cableconv import Cable
from cableconv.cable import EmbeddedCable
from cableconv.rendering.account import block_label

_NOT_FIELDS = ("body", "parts", "diagnostics", "furniture", "span")
_INSIDE = ("blocks", "cable", "type", "span")


class Node(NamedTuple):
    """One node; ``kind`` is ``field``, ``block``, ``furniture`` or ``unread``."""

    path: str
    kind: str
    label: str
    words: str
    depth: int = 0


def nodes(cable: Cable) -> Iterator[Node]:
    """Fields, blocks in reading order, furniture."""
    yield from _fields(cable, "")
    for path, block in cable.walk():
        depth = path.count("[") - 1
        yield Node(path, "block", block_label(block), _words(block), depth)
        if isinstance(block, EmbeddedCable):
            yield from _fields(block.cable, f"{path}.cable.", depth + 1)
            yield from _furniture(block.cable, f"{path}.cable.")
    yield from _furniture(cable, "")


def node_of(path: str, numbers: dict[str, int]) -> int | None:
    """The number of the node at the path, of the first in a list, or of what is around it."""
    while path:
        for known in (path, f"{path}[0]"):
            if known in numbers:
                return numbers[known]
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return None


def _fields(cable: Cable, before: str, depth: int = 0) -> Iterator[Node]:
    for name in cable.__struct_fields__:
        value = getattr(cable, name)
        if name in _NOT_FIELDS or not value:
            continue
        values = value if isinstance(value, tuple) else [value]
        for number, each in enumerate(values):
            path = f"{name}[{number}]" if isinstance(value, tuple) else name
            words = _words(each)
            if words:
                yield Node(before + path, "field", path, words, depth)


def _furniture(cable: Cable, before: str) -> Iterator[Node]:
    for number, piece in enumerate(cable.furniture):
        kind = "unread" if piece.kind == "unread" else "furniture"
        page = "" if piece.page is None else f", page {piece.page}"
        path = f"{before}furniture[{number}]"
        yield Node(path, kind, f"{piece.kind}{page}", piece.text)


def _words(value: Any) -> str:
    """Every text and number in a value, but for places in the source and what has its own node."""
    if hasattr(value, "__struct_fields__"):
        names = (name for name in value.__struct_fields__ if name not in _INSIDE)
        inside = ((name, getattr(value, name)) for name in names)
        return " · ".join(filter(None, (_named(name, each) for name, each in inside)))
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(_words, value)))
    return "" if value is None else str(value)


def _named(name: str, value: Any) -> str:
    words = _words(value)
    return words if name in {"text", "name"} or not words else f"{name.replace('_', ' ')}: {words}"
