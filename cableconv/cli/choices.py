"""Formats and transforms as the command line names them: chosen, and set by ``-O`` and ``-T``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cableconv.corpus.job import Chosen
from cableconv.corpus.plan import Formats
from cableconv.errors import InputError, InvalidOptionError, UnknownFormatError, UsageError
from cableconv.input.files import read_bytes
from cableconv.output.targets import is_one_file
from cableconv.plugins.api import Collector, Configurable, Exporter, Option, Transform
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import FORMATS, TRANSFORMS

Given = dict[str, dict[str, str | bytes]]


def choose_transforms(
    names: Sequence[str], settings: Sequence[str], plugins: PluginHost
) -> list[Chosen[Transform]]:
    """Those of ``--transform``, in order, set by ``-T``.

    Raises:
        UsageError: one is unknown, or an option doesn't fit.
    """
    wanted = [plugins.find(name, TRANSFORMS) for name in names]
    options = given(settings, wanted, "-T")
    return [Chosen(each, plugins.options_for(each, options[each.name])) for each in wanted]


def choose_formats(
    names: Sequence[str],
    output: str | None,
    settings: Sequence[str],
    plugins: PluginHost,
    *,
    many: bool,
) -> Formats:
    """The formats of ``--to``, each once, or what the ending of ``-o`` says, set by ``-O``.

    One whose documents join takes all cables of the call, if ``-o`` names a file; with ``many``
    inputs one that has a collector gives way to it.

    Raises:
        UsageError: there is none, one is unknown, or an option doesn't fit.
    """
    wanted = [plugins.find(name, *FORMATS) for name in names] or [_by_ending(output, plugins)]
    formats = list({each.name: each for each in wanted}.values())
    if many and len(formats) == 1 and output != "-" and is_one_file(output):
        formats = [_collecting(formats[0], plugins)]
    options = given(settings, formats, "-O")
    values = [plugins.options_for(each, options[each.name]) for each in formats]
    joins = len(formats) == 1 and is_one_file(output)
    return Formats.sorted_out(list(map(Chosen, formats, values)), plugins, joins=joins)


def _collecting(wanted: Exporter | Collector, plugins: PluginHost) -> Exporter | Collector:
    """The format that makes one file of many cables, where the one asked for has such."""
    if isinstance(wanted, Exporter) and wanted.collector:
        return plugins.find(wanted.collector, *FORMATS)
    return wanted


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


def _by_ending(output: str | None, plugins: PluginHost) -> Exporter | Collector:
    ending = Path(output).suffix if output else ""
    if not ending:
        known = ", ".join(each.name for each in plugins.all(*FORMATS))
        raise UsageError(f"no format; say one with --to. There are: {known}.")
    try:
        return plugins.find(ending[1:], *FORMATS)
    except UnknownFormatError:
        for each in plugins.all(*FORMATS):
            if each.ending and str(output).lower().endswith(each.ending):
                return each
        raise


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
