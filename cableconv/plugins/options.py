"""Options of a format or transform: from what the caller gave to values of the declared types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from cableconv.errors import InvalidOptionError
from cableconv.plugins.api import Configurable, Option
from cableconv.plugins.invoke import Guard

_SWITCH = {
    "yes": True, "true": True, "on": True, "1": True,
    "no": False, "false": False, "off": False, "0": False,
}  # fmt: skip

_WANTED = {
    str: "a text",
    int: "a whole number",
    bool: "yes or no",
    bytes: "a file",
    dict: "pairs of texts, name=value",
}


def options_for(descriptor: Configurable, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value for every declared option; ``None`` and missing ones take the default.

    Raises:
        InvalidOptionError: an option is unknown, or its value is not of its type or choices.
    """
    values = {option.name: option.default for option in descriptor.options}
    declared = {option.name: option for option in descriptor.options} if given else {}
    for name, value in given.items():
        option = declared.get(name.replace("-", "_"))
        if option is None:
            raise InvalidOptionError(_unknown(descriptor, name))
        if value is not None:
            values[option.name] = _converted(descriptor, option, value)
    return values


def doubts_about(
    descriptor: Configurable, origin: Callable[[], object], values: Mapping[str, Any]
) -> Iterator[str]:
    """Return the plugin's warnings about the values of its options.

    ``origin`` returns the plugin's distribution, which only messages need.

    Raises:
        InvalidOptionError: a value cannot be used.
        PluginError: the plugin failed while it inspected a value.
    """
    for option in descriptor.options:
        value = values[option.name]
        if option.inspect is not None and value is not None:
            with Guard(partial(_named, option, descriptor, origin)):
                found = [str(doubt) for doubt in option.inspect(value)]
            yield from found


def _named(option: Option, descriptor: Configurable, origin: Callable[[], object]) -> str:
    return f"option {option.name!r} of {descriptor.name!r} ({origin()})"


def _converted(descriptor: Configurable, option: Option, value: Any) -> Any:
    typed = _typed(option.type, value)
    if typed is None:
        wanted = f"{_WANTED[option.type]}, not {_shown(value)}"
    elif option.choices and str(typed) not in option.choices:
        wanted = f"one of {', '.join(option.choices)}, not {_shown(value)}"
    else:
        return typed
    raise InvalidOptionError(f"option {option.name!r} of {descriptor.name} takes {wanted}.")


def _typed(wanted: type, value: Any) -> Any:
    """Return ``value`` converted to ``wanted``, or ``None``."""
    if wanted is bool:
        return value if isinstance(value, bool) else _SWITCH.get(str(value).strip().lower())
    if wanted is int and isinstance(value, str):
        return _whole_number(value)
    if wanted is dict:
        return _pairs(value)
    # True is an int in Python, but never meant as a number.
    fits = isinstance(value, wanted) and not isinstance(value, bool)
    return value if fits else None


def _pairs(value: Any) -> dict[str, str] | None:
    """Accept a mapping of texts, or ``name=value`` as text, once or several times."""
    if isinstance(value, Mapping):
        pairs = dict(value)
    else:
        given = [value] if isinstance(value, str) else value
        if not isinstance(given, list | tuple) or not all("=" in str(each) for each in given):
            return None
        pairs = dict(str(each).split("=", 1) for each in given)
    texts = all(isinstance(text, str) and text for pair in pairs.items() for text in pair)
    return pairs if pairs and texts else None


def _whole_number(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None


def _shown(value: Any) -> str:
    return repr(value) if len(repr(value)) <= 60 else f"{repr(value)[:57]}..."


def _unknown(descriptor: Configurable, name: str) -> str:
    known = [option.name for option in descriptor.options]
    if not known:
        return f"{descriptor.name} has no options, so no {name!r}."
    from difflib import get_close_matches

    nearest = get_close_matches(name, known, 1)
    hint = f" Did you mean {nearest[0]!r}?" if nearest else ""
    return f"{descriptor.name} has no option {name!r}.{hint} It has: {', '.join(known)}."
