"""``-O`` and ``-T``: options as the command line gives them, sorted by whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cableconv.errors import InputError, InvalidOptionError
from cableconv.input.files import read_bytes
from cableconv.plugins.api import Configurable, Option

Given = dict[str, dict[str, str | bytes]]


def given(settings: Sequence[str], descriptors: Sequence[Configurable], flag: str) -> Given:
    """What ``flag`` sets, by descriptor and option; ``NAME=VALUE`` is for all that have the option.

    Raises:
        InvalidOptionError: it is not written so, or names what was not asked for.
    """
    sorted_out: Given = {descriptor.name: {} for descriptor in descriptors}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not key:
            raise InvalidOptionError(
                f"{flag} {setting}: write it as NAME=VALUE, for example indent=2."
            )
        scope, _, name = key.rpartition(".")
        for descriptor in _meant(scope, name, descriptors, flag):
            sorted_out[descriptor.name][name] = _value(descriptor, name, value, flag)
    return sorted_out


def _meant(
    scope: str, name: str, descriptors: Sequence[Configurable], flag: str
) -> Sequence[Configurable]:
    """Those that ``scope`` names; without one those that have the option, or else all."""
    if not scope:
        return [
            descriptor for descriptor in descriptors if _declared(descriptor, name)
        ] or descriptors
    meant = [
        descriptor
        for descriptor in descriptors
        if scope.lower() in (descriptor.name, *descriptor.aliases)
    ]
    if not meant:
        asked = ", ".join(descriptor.name for descriptor in descriptors) or "none"
        raise InvalidOptionError(
            f"{flag} {scope}.{name}: {scope} is not among those asked for ({asked})."
        )
    return meant


def _declared(descriptor: Configurable, name: str) -> Option | None:
    wanted = name.replace("-", "_")
    return next((option for option in descriptor.options if option.name == wanted), None)


def _value(descriptor: Configurable, name: str, value: str, flag: str) -> str | bytes:
    option = _declared(descriptor, name)
    if option is None or option.type is not bytes:
        return value
    try:
        return read_bytes(Path(value))
    except InputError as error:
        raise InvalidOptionError(f"{flag} {name}: {error}") from error
