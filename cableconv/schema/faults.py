"""Finds invalid values of a tree, with their paths."""

from __future__ import annotations

import re

import msgspec

from cableconv.cable import Cable
from cableconv.patterns import pattern

_MESSAGE = pattern(r"(?P<says>.*?)(?: - at `(?:key in )?\$\.?(?P<path>.*)`)?", re.DOTALL)


def fault(cable: Cable) -> str | None:
    """Describe the first value that is not of its field's type; ``None`` if all are valid.

    Structs do not check types when they are created or changed, so a program may put in anything.
    """
    try:
        msgspec.convert(msgspec.to_builtins(cable), Cable)
    except (msgspec.ValidationError, TypeError) as error:
        return placed(error)
    return None


def placed(error: Exception) -> str:
    """Return msgspec's message with the path in the project's style: ``at body[0].number: ...``."""
    found = _MESSAGE.fullmatch(str(error))
    if found is None or not found["path"]:
        return str(error)
    return f"at {found['path']}: {found['says'].replace('`', '')}"
