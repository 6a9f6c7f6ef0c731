"""Formats as the command line names them: chosen and set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from cableconv.cli.settings import given
from cableconv.errors import UnknownFormatError, UsageError
from cableconv.plugins.api import Collector, Exporter
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import FORMATS

MakerT = TypeVar("MakerT", bound=Exporter | Collector)


class Format(NamedTuple, Generic[MakerT]):
    """A format that was asked for, with a value for each of its options."""

    maker: MakerT
    options: dict[str, Any]


class Formats(NamedTuple):
    """All of one call: ``single`` are of a file per cable, ``gathering`` of a file for all."""

    single: list[Format[Exporter]]
    gathering: list[Format[Collector]]


def choose(
    names: Sequence[str], output: str | None, settings: Sequence[str], plugins: PluginHost
) -> Formats:
    """The formats of ``--to``, each once, or what the ending of ``-o`` says, set by ``-O``.

    Raises:
        UsageError: there is none, one is unknown, or an option doesn't fit.
    """
    makers = [plugins.find(name, *FORMATS) for name in names] or [_by_ending(output, plugins)]
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


def _by_ending(output: str | None, plugins: PluginHost) -> Exporter | Collector:
    ending = Path(output).suffix if output else ""
    if not ending:
        known = ", ".join(maker.name for maker in plugins.all(*FORMATS))
        raise UsageError(f"no format; say one with --to. There are: {known}.")
    try:
        return plugins.find(ending[1:], *FORMATS)
    except UnknownFormatError:
        for maker in plugins.all(*FORMATS):
            if maker.ending and str(output).lower().endswith(maker.ending):
                return maker
        raise
