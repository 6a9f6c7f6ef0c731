"""Formats as the command line names them: chosen and set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from cableconv.cli.settings import given
from cableconv.errors import UnknownFormatError, UsageError
from cableconv.plugins.descriptors import Collector, Exporter
from cableconv.plugins.manager import Plugins

MakerT = TypeVar("MakerT", bound=Exporter | Collector)


class Format(NamedTuple, Generic[MakerT]):
    """A format that was asked for, with a value for each of its options."""

    maker: MakerT
    options: dict[str, Any]


class Formats(NamedTuple):
    """All of one call: ``single`` are of a file a cable, ``gathering`` of a file for all."""

    single: list[Format[Exporter]]
    gathering: list[Format[Collector]]


def choose(
    names: Sequence[str], output: str | None, settings: Sequence[str], plugins: Plugins
) -> Formats:
    """The formats of ``--to``, each once, or what the ending of ``-o`` says, set by ``-O``.

    Raises:
        UsageError: there is none, one is unknown, or an option doesn't fit.
    """
    makers = [plugins.format(name) for name in names] or [_by_ending(output, plugins)]
    makers = list({maker.name: maker for maker in makers}.values())
    options = given(settings, makers, "-O")
    chosen = Formats([], [])
    for maker in makers:
        values = plugins.options_for(maker, options[maker.name])
        if isinstance(maker, Collector):
            chosen.gathering.append(Format(maker, values))
        else:
            chosen.single.append(Format(maker, values))
    return chosen


def _by_ending(output: str | None, plugins: Plugins) -> Exporter | Collector:
    ending = Path(output).suffix if output else ""
    if not ending:
        known = ", ".join(maker.name for maker in plugins.formats())
        raise UsageError("no format", hint=f"say one with --to. There are: {known}.")
    try:
        return plugins.format(ending[1:])
    except UnknownFormatError:
        for maker in plugins.formats():
            if maker.ending and str(output).lower().endswith(maker.ending):
                return maker
        raise
