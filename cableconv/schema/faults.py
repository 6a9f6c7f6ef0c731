"""What is wrong with a value of a tree, said with the path that leads to it."""

from __future__ import annotations

import re

import msgspec

from cableconv.cable import Cable
from cableconv.patterns import pattern

_MESSAGE = pattern(r"(?P<says>.*?)(?: - at `(?:key in )?\$\.?(?P<path>.*)`)?", re.DOTALL)


def fault(cable: Cable) -> str | None:
    """The first value that is not of its field's type; ``None`` where all are.

    Types are not checked when a struct is made or changed, so a program may put in anything.
    """
    try:
        msgspec.convert(msgspec.to_builtins(cable), Cable)
    except (msgspec.ValidationError, TypeError) as error:
        return placed(error)
    return None


def placed(error: Exception) -> str:
    """msgspec's message with the path as the project writes it: ``at body[0].number: ...``."""
    found = _MESSAGE.fullmatch(str(error))
    if found is None or not found["path"]:
        return str(error)
    return f"at {found['path']}: {found['says'].replace('`', '')}"
