"""Descriptions of a struct's fields: their ``#:`` comments, used by ``help`` and the schemas."""

from __future__ import annotations

import re
from functools import cache
from inspect import cleandoc, getsource

import msgspec

from cableconv.patterns import pattern

_FIELD = pattern(r"^    (?P<name>\w+): (?P<type>.*?)(?: = .*)?  #: (?P<doc>.+)$", re.MULTILINE)


class _WithFields(msgspec.StructMeta):
    """Builds the docstring on demand, so that imports stay cheap."""

    @property
    def __doc__(self) -> str:  # type: ignore[override]  # for a struct it is a string
        return _with_fields(self)


class Documented(msgspec.Struct, frozen=True, metaclass=_WithFields):
    """A struct whose docstring includes its fields with their comments."""


def about(struct: type) -> str:
    """Return a struct's docstring, without its fields."""
    return cleandoc(vars(struct).get("__doc__") or "")


def fields_about(struct: type) -> dict[str, str]:
    """Return the description of each field of a struct, including inherited ones."""
    return {name: doc for name, (_, doc) in _fields(struct).items()}


def _fields(struct: type) -> dict[str, tuple[str, str]]:
    """Return the type and comment of each field."""
    found: dict[str, tuple[str, str]] = {}
    for cls in reversed(struct.__mro__):
        if issubclass(cls, msgspec.Struct) and cls is not msgspec.Struct:
            found |= {name: (hint, doc) for name, hint, doc in _own_fields(cls)}
    return found


@cache  # for each class, Python reads the whole module that has it
def _own_fields(cls: type) -> list[tuple[str, str, str]]:
    return _FIELD.findall(getsource(cls))


@cache
def _with_fields(struct: type) -> str:
    try:
        fields = _fields(struct)
    except OSError:  # the source is not available
        return about(struct)
    lines = [f"    {name}: {hint}\n        {doc}" for name, (hint, doc) in fields.items()]
    return "\n".join([about(struct), "", "Fields:", *lines]) if lines else about(struct)
