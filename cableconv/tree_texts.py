"""Every text of a tree, however deep it lies: listed with its path, and changed.

The types say which fields there are, so a new one is walked as well.  A word of a closed set
(a level, a kind, a role) is no text, and neither is what is marked as a ``Token``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, Literal, Protocol, TypeVar, get_args, get_origin, get_type_hints

import msgspec

_NO_TEXT = "no text"
Token = Annotated[str, _NO_TEXT]
"""A string that the program speaks in: a path, a code, a hash.  No office ever sent it."""

Change = Callable[[str], str]
"""What becomes of a text."""

Struct = TypeVar("Struct", bound=msgspec.Struct)


class _Mappable(Protocol):
    def map_texts(self, change: Change) -> Any: ...


def texts(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Each text below a node with its path (``body[2].rows[0][1]``), in the order of the fields."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, tuple):
        for index, member in enumerate(node):
            yield from texts(member, f"{path}[{index}]")
    elif isinstance(node, msgspec.Struct):
        for name in text_fields(type(node)):
            yield from texts(getattr(node, name), f"{path}.{name}" if path else name)


def map_fields(node: Struct, change: Change) -> Struct:
    """A copy of a node whose every text went through ``change``."""
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
    """A node knows itself what else has to follow its texts, if anything has to."""
    if isinstance(node, msgspec.Struct) and not hasattr(node, "map_texts"):
        return map_fields(node, change)
    return node.map_texts(change)


@cache
def text_fields(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields that may hold texts, or nodes that do."""
    hints = get_type_hints(struct, include_extras=True)
    return tuple(name for name in struct.__struct_fields__ if not _is_closed(hints[name]))


def _is_closed(hint: Any) -> bool:
    """Whether it or what a union offers beside None is of a closed set, or no text."""
    members = (hint, *get_args(hint))
    return any(
        get_origin(member) is Literal or _NO_TEXT in getattr(member, "__metadata__", ())
        for member in members
    )
