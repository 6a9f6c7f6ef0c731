"""Checks that a descriptor keeps the contract; the result tells its author what to change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cableconv.patterns import pattern
from cableconv.plugins.api import API, Option
from cableconv.plugins.kinds import PluginKind

_NAME = pattern(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_OPTION_NAME = pattern(r"[a-z][a-z0-9_]*")
_TUPLES = ("aliases", "options", "endings", "omits", "holds")


def problem(value: object, kind: PluginKind[Any]) -> str | None:
    """Return the first problem of a descriptor of that kind; ``None`` if it is valid."""
    if not isinstance(value, kind.descriptor):
        return f"returned {type(value).__name__} instead of {kind.descriptor.__name__}"
    return next(_problems(value, kind), None)


def is_name(value: object) -> bool:
    """Whether a descriptor may have this name: lower-case letters, digits and single hyphens."""
    return _matches(_NAME, value)


def _problems(descriptor: Any, kind: PluginKind[Any]) -> Iterator[str]:
    who = f"{kind.noun} {descriptor.name!r}"
    yield from _api_problems(who, descriptor.api)
    yield from _tuple_problems(descriptor)
    for name in (descriptor.name, *descriptor.aliases):
        if not is_name(name):
            yield f"{name!r} is not a valid name: use lower-case letters, digits and single hyphens"
    for call in kind.calls:
        if not callable(getattr(descriptor, call)):
            yield f"{who}: {call} is not callable"
    for found in _option_problems(getattr(descriptor, "options", ())):
        yield f"{who}: {found}"
    for found in kind.problems(descriptor):
        yield f"{who}: {found}"


def _api_problems(who: str, api: object) -> Iterator[str]:
    if not isinstance(api, int) or api < 1:
        yield f"{who}: api must be a whole number from 1 on, not {api!r}"
    elif api > API:
        yield f"{who} needs plugin api {api}, but this is {API}: upgrade cableconv"


def _tuple_problems(descriptor: object) -> Iterator[str]:
    for name in _TUPLES:
        value = getattr(descriptor, name, None)
        if value is not None and not isinstance(value, tuple):
            yield f"{name} is a {type(value).__name__}, not a tuple"


def _option_problems(options: tuple[object, ...]) -> Iterator[str]:
    seen = set()
    for option in options:
        if not isinstance(option, Option):
            yield f"{option!r} is not an Option"
        elif not _matches(_OPTION_NAME, option.name) or option.name in seen:
            yield f"option name {option.name!r} is not a keyword, or is used twice"
        elif option.type not in (str, int, bool, bytes, dict):
            yield f"option {option.name!r} must be of type str, int, bool, bytes or dict"
        elif option.inspect is not None and not callable(option.inspect):
            yield f"inspect of option {option.name!r} is not callable"
        else:
            seen.add(option.name)


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
