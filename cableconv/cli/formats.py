"""Formats and readers as the command line names them: chosen and set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cableconv.errors import InputError, InvalidOption, UnknownFormat, UsageError
from cableconv.inputs import read_bytes
from cableconv.plugins.descriptors import Exporter, Option
from cableconv.plugins.manager import Plugins


class Format(NamedTuple):
    """A format that was asked for, with a value for each of its options."""

    exporter: Exporter
    options: dict[str, Any]


def choose(
    names: Sequence[str], output: str | None, settings: Sequence[str], plugins: Plugins
) -> list[Format]:
    """The formats of ``--to``, each once, or what the ending of ``-o`` says, set by ``-O``.

    Raises:
        UsageError: there is none, one is unknown, or an option doesn't fit.
    """
    exporters = [plugins.exporter(name) for name in names] or [_by_ending(output, plugins)]
    exporters = list({exporter.name: exporter for exporter in exporters}.values())
    given = _given(settings, exporters)
    return [
        Format(exporter, plugins.options_for(exporter, given[exporter.name]))
        for exporter in exporters
    ]


def _by_ending(output: str | None, plugins: Plugins) -> Exporter:
    ending = Path(output).suffix if output else ""
    if not ending:
        known = ", ".join(exporter.name for exporter in plugins.exporters())
        raise UsageError(f"no format; say one with --to. There are: {known}.")
    try:
        return plugins.exporter(ending[1:])
    except UnknownFormat:
        for exporter in plugins.exporters():
            if str(output).lower().endswith(exporter.ending):
                return exporter
        raise


def _given(
    settings: Sequence[str], exporters: Sequence[Exporter]
) -> dict[str, dict[str, str | bytes]]:
    given: dict[str, dict[str, str | bytes]] = {exporter.name: {} for exporter in exporters}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not key:
            raise InvalidOption(f"-O {setting}: write it as NAME=VALUE, for example indent=2.")
        scope, _, name = key.rpartition(".")
        for exporter in _meant(scope, name, exporters):
            given[exporter.name][name] = _value(exporter, name, value)
    return given


def _meant(scope: str, name: str, exporters: Sequence[Exporter]) -> Sequence[Exporter]:
    """Those that ``scope`` names; without one those that have the option, or else all."""
    if not scope:
        return [exporter for exporter in exporters if _declared(exporter, name)] or exporters
    meant = [e for e in exporters if scope.lower() in (e.name, *e.aliases)]
    if not meant:
        asked = ", ".join(exporter.name for exporter in exporters)
        raise InvalidOption(
            f"-O {scope}.{name}: {scope} is not among the formats asked for ({asked})."
        )
    return meant


def _declared(exporter: Exporter, name: str) -> Option | None:
    wanted = name.replace("-", "_")
    return next((option for option in exporter.options if option.name == wanted), None)


def _value(exporter: Exporter, name: str, value: str) -> str | bytes:
    option = _declared(exporter, name)
    if option is None or option.type is not bytes:
        return value
    try:
        return read_bytes(Path(value))
    except InputError as error:
        raise InvalidOption(f"-O {name}: {error}") from error
