"""The values of a tree: changed, listed or counted at any depth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from cableconv.cable import Block, Cable, Span

Struct = TypeVar("Struct", bound=msgspec.Struct)

_IN_BLOCKS = "body."


def map_values(node: Struct, change: Callable[[Any], Any]) -> Struct:
    """Return a copy of a node with ``change`` applied to every value at any depth.

    A value is a number, a ``Span`` or a text; a sequence of texts (the cells of a table, lines of
    an address) is passed as a tuple.  Missing values and words of closed sets (levels, kinds,
    roles) are skipped.  Fields are found by their types, so new ones are included; a type
    unknown so far raises TypeError.
    """
    changes = {
        name: _mapped(getattr(node, name), change)
        for name in node.__struct_fields__
        if name not in _closed_sets(type(node))
    }
    return msgspec.structs.replace(node, **changes)


def _mapped(value: Any, change: Callable[[Any], Any]) -> Any:
    if value is None:
        return None
    if isinstance(value, int | Span) or _is_text(value):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(member, change) for member in value)
    if isinstance(value, msgspec.Struct):
        return map_values(value, change)
    raise TypeError(f"a tree holds no {type(value).__name__}")


def _is_text(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, tuple) and all(map(_is_text, value)))


@cache
def _closed_sets(struct: type[msgspec.Struct]) -> frozenset[str]:
    """Return the fields whose values are words of a fixed list."""
    hints = get_type_hints(struct)
    return frozenset(
        name
        for name, hint in hints.items()
        if any(get_origin(member) is Literal for member in (hint, *get_args(hint)))
    )


def texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield every text of a tree of builtin types, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from texts(member, f"{path}.{name}" if path else name)
    elif isinstance(value, list | tuple):
        for index, member in enumerate(value):
            yield from texts(member, f"{path}[{index}]")


def count_values(cable: Cable) -> Counter[str]:
    """Count the values in the tree, by paths of field names alone (``to.route``).

    Values of a block are counted under ``body.`` at any depth; those of an embedded cable under
    the same paths as those of the outer one.
    """
    counts = Counter[str]()
    _count_fields(cable, "", counts)
    return counts


def _count_fields(node: msgspec.Struct, path: str, counts: Counter[str]) -> None:
    for name, default in _fields(type(node)):
        value = getattr(node, name)
        if value is not default and value != default:
            _count(value, f"{path}{name}", counts)


def _count(value: Any, path: str, counts: Counter[str]) -> None:
    if isinstance(value, tuple):
        for member in value:
            _count(member, path, counts)
        return
    counts[path] += 1
    if isinstance(value, str | int | Span):
        return
    inner = (
        "" if isinstance(value, Cable) else _IN_BLOCKS if isinstance(value, Block) else f"{path}."
    )
    _count_fields(value, inner, counts)


@cache
def _fields(struct: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    """Return a struct's fields with their defaults."""
    return tuple((field.name, field.default) for field in msgspec.structs.fields(struct))


@cache
def field_paths() -> tuple[str, ...]:
    """Return every path under which values may be counted, parents before children."""
    return tuple(dict.fromkeys(_paths_of(Cable, "")))


def _paths_of(struct: type[msgspec.Struct], path: str) -> Iterator[str]:
    hints = get_type_hints(struct)
    for name, _ in _fields(struct):
        inner = list(_structs_in(hints[name]))
        holds_blocks = any(issubclass(each, Block | Cable) for each in inner)
        if path == _IN_BLOCKS and holds_blocks:
            continue  # its values are counted under the same paths
        yield f"{path}{name}"
        for each in inner:
            yield from _paths_of(each, _IN_BLOCKS if holds_blocks else f"{path}{name}.")


def _structs_in(hint: Any) -> Iterator[type[msgspec.Struct]]:
    """Yield the node types in a type hint; a span is a value."""
    for member in get_args(hint) or (hint,):
        if get_args(member):
            yield from _structs_in(member)
        elif isinstance(member, type) and issubclass(member, msgspec.Struct) and member is not Span:
            yield member
