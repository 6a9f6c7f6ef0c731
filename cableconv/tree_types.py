"""Shallow checks that values have the types of a struct's fields.

``replace`` checks each value: every member of a tuple is checked, but only the class of a node,
as the node's own values were checked when it was created.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from inspect import get_annotations
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

Fits = Callable[[Any], bool]


def check_changes(struct: type[msgspec.Struct], changes: Mapping[str, Any]) -> None:
    """Check that each value has its field's type.

    Raises:
        TypeError: a value has not, or the field does not exist; the message says what is expected.
    """
    fitting = _fields(struct)
    for name, value in changes.items():
        fits = fitting.get(name)
        if fits is None:
            raise TypeError(_no_field(struct, name))
        if not fits(value):
            expected = _annotations(struct)[name]
            raise TypeError(f"{struct.__name__}.{name} must be {expected}, not {value!r:.80}")


@cache
def _fields(struct: type[msgspec.Struct]) -> dict[str, Fits]:
    hints = get_type_hints(struct)
    return {name: _fits(hints[name]) for name in struct.__struct_fields__}


def _fits(hint: Any) -> Fits:
    members = get_args(hint)
    if get_origin(hint) is tuple:
        return _tuple_fits(members[0])
    if get_origin(hint) is Literal:
        return lambda value: value in members
    if get_origin(hint) in (Union, UnionType):
        return _union_fits(members)
    return _instance_fits((hint,))


def _tuple_fits(member: Any) -> Fits:
    fits = _fits(member)
    return lambda value: isinstance(value, tuple) and all(map(fits, value))


def _union_fits(members: tuple[Any, ...]) -> Fits:
    """Check plain classes in a single call, as blocks alone are seven."""
    plain = tuple(member for member in members if get_origin(member) is None)
    fitting = [_fits(member) for member in members if member not in plain]
    is_plain = _instance_fits(plain)
    return lambda value: is_plain(value) or any(fits(value) for fits in fitting)


def _instance_fits(kinds: tuple[type, ...]) -> Fits:
    return lambda value: isinstance(value, kinds) and value is not True and value is not False


def _no_field(struct: type[msgspec.Struct], name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, struct.__struct_fields__, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"{struct.__name__} has no field {name!r}{hint}"


def _annotations(struct: type) -> dict[str, str]:
    return {n: hint for cls in reversed(struct.__mro__) for n, hint in get_annotations(cls).items()}
