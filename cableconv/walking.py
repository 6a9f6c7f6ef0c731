"""Ways through a tree: read every block in order, or make a changed copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import msgspec

from cableconv.cable import AnyBlock, Block, Cable, EmbeddedCable, Item, Paragraph, Quote, Span

Change = Callable[[AnyBlock], AnyBlock | None]


def walk(blocks: Iterable[AnyBlock], path: str) -> Iterator[tuple[str, AnyBlock]]:
    """Each block with its path (``body[2].blocks[0]``), parents before children."""
    for index, block in enumerate(blocks):
        here = f"{path}[{index}]"
        yield here, block
        if isinstance(block, Paragraph | Item | Quote):
            yield from walk(block.blocks, f"{here}.blocks")
        elif isinstance(block, EmbeddedCable):
            yield from walk(block.cable.body, f"{here}.cable.body")


def map_blocks(blocks: Iterable[AnyBlock], change: Change) -> tuple[AnyBlock, ...]:
    """The blocks after ``change``, innermost first; where it gives ``None`` the block goes."""
    changed = (change(_with_children(block, change)) for block in blocks)
    return tuple(block for block in changed if block is not None)


def _with_children(block: AnyBlock, change: Change) -> AnyBlock:
    if isinstance(block, Paragraph | Item | Quote) and block.blocks:
        return block.replace(blocks=map_blocks(block.blocks, change))
    if isinstance(block, EmbeddedCable):
        return block.replace(cable=block.cable.map_blocks(change))
    return block


def texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text of a tree of builtin types, with the path that leads to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from texts(member, f"{path}.{name}" if path else name)
    elif isinstance(value, list | tuple):
        for index, member in enumerate(value):
            yield from texts(member, f"{path}[{index}]")


def field_paths(cable: Cable) -> Iterator[str]:
    """Where the tree has values, by field names alone (``to.route``), a path for each value.

    What a block holds goes by ``body.``, however deep the block lies; a cable within the cable
    by the same paths as the one around it.
    """
    return _field_paths(cable, "")


def _field_paths(node: msgspec.Struct, path: str) -> Iterator[str]:
    for name, default in _fields(type(node)):
        value = getattr(node, name)
        if value != default:
            yield from _value_paths(value, f"{path}{name}")


def _value_paths(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, tuple):
        for member in value:
            yield from _value_paths(member, path)
        return
    yield path
    if isinstance(value, Cable):
        yield from _field_paths(value, "")
    elif isinstance(value, Block):
        yield from _field_paths(value, "body.")
    elif isinstance(value, msgspec.Struct) and not isinstance(value, Span):
        yield from _field_paths(value, f"{path}.")


@cache
def _fields(struct: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    """A struct's fields with their defaults."""
    return tuple((field.name, field.default) for field in msgspec.structs.fields(struct))
