"""The tree's structs and fields, as the schemas need them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import inspect


def structs_of(kind: inspect.Type) -> list[inspect.StructType]:
    """Return every struct in a type, each once, in order of first use."""
    return list(_structs(kind, set()))


def _structs(kind: inspect.Type, seen: set[type]) -> Iterator[inspect.StructType]:
    if isinstance(kind, inspect.StructType) and kind.cls not in seen:
        seen.add(kind.cls)
        yield kind
        for field in kind.fields:
            yield from _structs(field.type, seen)
    elif isinstance(kind, inspect.VarTupleType):
        yield from _structs(kind.item_type, seen)
    elif isinstance(kind, inspect.UnionType):
        for member in kind.types:
            yield from _structs(member, seen)


def without_none(kind: inspect.Type) -> inspect.Type:
    """Return the type of a field's values other than None."""
    if not isinstance(kind, inspect.UnionType):
        return kind
    types = tuple(member for member in kind.types if not isinstance(member, inspect.NoneType))
    return types[0] if len(types) == 1 else inspect.UnionType(types)
