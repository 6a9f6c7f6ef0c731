"""Arbitrary trees for property tests, with any values that the structs of ``cable.py`` allow.

``cables()`` derives trees from the structs' types alone, so new fields are covered at once;
``printable_cables()`` contain no character that XML forbids.
"""

from __future__ import annotations

from functools import cache

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from cableconv.cable import Cable, EmbeddedCable, Span

DEEPEST = 3
"""The maximum nesting of blocks."""

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
printable = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=12)
offsets = st.integers(min_value=0, max_value=2**31)


def cables(text: st.SearchStrategy[str] = any_text) -> st.SearchStrategy[Cable]:
    """Return trees with any text, or texts of that strategy, in any field."""
    return _struct(Cable, text)


def printable_cables() -> st.SearchStrategy[Cable]:
    """Return trees with printable characters only."""
    return _struct(Cable, printable)


@cache
def _info() -> dict[type, inspect.StructType]:
    found: dict[type, inspect.StructType] = {}

    def collect(kind: inspect.Type) -> None:
        if isinstance(kind, inspect.StructType) and kind.cls not in found:
            found[kind.cls] = kind
            for field in kind.fields:
                collect(field.type)
        elif isinstance(kind, inspect.VarTupleType):
            collect(kind.item_type)
        elif isinstance(kind, inspect.UnionType):
            for member in kind.types:
                collect(member)

    collect(inspect.type_info(Cable))
    return found


def _struct(
    kind: type[msgspec.Struct], text: st.SearchStrategy[str], depth: int = 0
) -> st.SearchStrategy:
    """Return structs of that class, each optional field present or absent."""
    if kind is Span:
        return st.builds(Span, offsets, offsets)
    fields = _info()[kind].fields
    values = {field.name: _value(field.type, text, depth) for field in fields}
    required = {field.name: values.pop(field.name) for field in fields if field.required}
    return st.fixed_dictionaries(required, optional=values).map(lambda names: kind(**names))


def _value(kind: inspect.Type, text: st.SearchStrategy[str], depth: int) -> st.SearchStrategy:
    match kind:
        case inspect.StrType():
            return text
        case inspect.IntType():
            return offsets
        case inspect.NoneType():
            return st.none()
        case inspect.LiteralType(values):
            return st.sampled_from(values)
        case inspect.StructType(cls):
            return st.deferred(lambda: _struct(cls, text, depth + 1))
        case inspect.UnionType(types):
            allowed = [member for member in types if _may_stand(member, depth)]
            return st.one_of([_value(member, text, depth) for member in allowed])
        case inspect.VarTupleType(item):
            members = _value(item, text, depth)
            most = 0 if _is_block(item) and depth >= DEEPEST else 3
            return st.lists(members, max_size=most).map(tuple) if most else st.just(())
    raise NotImplementedError(kind)


def _is_block(kind: inspect.Type) -> bool:
    return isinstance(kind, inspect.UnionType) and all(
        isinstance(member, inspect.StructType) and member.tag for member in kind.types
    )


def _may_stand(kind: inspect.Type, depth: int) -> bool:
    """Whether the kind is allowed here: embedded cables only near the top, so that trees are
    finite.
    """
    return not (
        isinstance(kind, inspect.StructType) and kind.cls is EmbeddedCable and depth >= DEEPEST - 1
    )
