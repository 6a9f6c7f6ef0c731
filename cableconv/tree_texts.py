"""Every text of a tree, at any depth: listed with its path, or changed.

Fields are found by their types, so new ones are included.  A word of a closed set (a level, a
kind, a role) does not count as text, nor does a field marked as ``Token``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, Literal, Protocol, TypeVar, get_args, get_origin, get_type_hints

import msgspec

_NO_TEXT = "no text"
Token = Annotated[str, _NO_TEXT]
"""A string made by the program: a path, a code, a hash.  It never comes from a cable's text."""

Change = Callable[[str], str]
"""Returns the changed text."""

Struct = TypeVar("Struct", bound=msgspec.Struct)


class _Mappable(Protocol):
    def map_texts(self, change: Change) -> Any: ...


def texts(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text below a node with its path (``body[2].rows[0][1]``), in field order."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, tuple):
        for index, member in enumerate(node):
            yield from texts(member, f"{path}[{index}]")
    elif isinstance(node, msgspec.Struct):
        for name in text_fields(type(node)):
            yield from texts(getattr(node, name), f"{path}.{name}" if path else name)


def map_fields(node: Struct, change: Change) -> Struct:
    """Return a copy of a node with ``change`` applied to every text."""
    changes = {name: _mapped(getattr(node, name), change) for name in text_fields(type(node))}
    return msgspec.structs.replace(node, **changes)


def _mapped(value: Any, change: Change) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(member, change) for member in value)
    if isinstance(value, msgspec.Struct):
        return _mapped_node(value, change)
    return value


def _mapped_node(node: msgspec.Struct | _Mappable, change: Change) -> Any:
    """Change a node by its own method if it has one, which updates derived values too."""
    if isinstance(node, msgspec.Struct) and not hasattr(node, "map_texts"):
        return map_fields(node, change)
    return node.map_texts(change)


@cache
def text_fields(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return the names of the fields that may hold texts, or nodes with texts."""
    hints = get_type_hints(struct, include_extras=True)
    return tuple(name for name in struct.__struct_fields__ if not _is_closed(hints[name]))


def _is_closed(hint: Any) -> bool:
    """Whether a type, or each member of a union except None, is a closed set or not text."""
    members = (hint, *get_args(hint))
    return any(
        get_origin(member) is Literal or _NO_TEXT in getattr(member, "__metadata__", ())
        for member in members
    )
