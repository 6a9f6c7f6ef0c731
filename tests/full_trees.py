"""Trees in which every field has a value, and what becomes of a document when one changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import inspect

from cableconv.cable import Cable, EmbeddedCable, Span

Place = tuple[str | int, ...]
"""Names and indices that lead to a value of a dict."""


def full_tree(variant: int) -> dict[str, Any]:
    """A tree with a value in every field; no value of one variant (0, 1) is in the other."""
    return _value(inspect.type_info(Cable), "cable", variant)


def unheard(encode: Callable[[Cable], object]) -> set[str]:
    """The paths, by field names alone, of all values that change nothing in a document."""
    tree, other = full_tree(0), full_tree(1)
    document = encode(Cable.from_dict(tree))
    heard: dict[str, bool] = {}
    for place in _leaves(tree, ()):
        changed = Cable.from_dict(_with(tree, place, _at(other, place)))
        path = _path(place)
        heard[path] = heard.get(path, False) or encode(changed) != document
    return {path for path, is_heard in heard.items() if not is_heard}


def _value(kind: inspect.Type, name: str, variant: int) -> Any:
    match kind:
        case inspect.StrType():
            return f"{name} {'one' if variant == 0 else 'two'}"
        case inspect.IntType():
            return 1 + variant
        case inspect.LiteralType(values):
            return values[variant]
        case inspect.VarTupleType(inspect.UnionType(types)):
            return [_value(member, "", variant) for member in types] if name == "body" else []
        case inspect.VarTupleType(item):
            return [_value(item, name, variant)]
        case inspect.UnionType(types):
            return _value(types[0], name, variant)
        case inspect.StructType(cls) if cls is Span:
            return [1 + variant, 8 + variant]
        case inspect.StructType(cls, fields):
            within = {"cable": {}} if cls is EmbeddedCable else {}
            values = {
                f.name: _value(f.type, f.name, variant) for f in fields if f.name not in within
            }
            return {"type": kind.tag, **values, **within} if kind.tag else values
    raise NotImplementedError(kind)


def _leaves(value: Any, place: Place) -> Iterator[Place]:
    if value is None or place[-1:] == ("type",):
        return
    if place[-1:] == ("span",):
        yield place
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from _leaves(member, (*place, name))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _leaves(member, (*place, index))
    else:
        yield place


def _at(tree: Any, place: Place) -> Any:
    for step in place:
        tree = tree[step]
    return tree


def _with(tree: Any, place: Place, value: Any) -> Any:
    if not place:
        return value
    step = place[0]
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[step] = _with(tree[step], place[1:], value)
    return copy


def _path(place: Place) -> str:
    return ".".join(step for step in place if isinstance(step, str))
