"""The formats and transforms of the command line, with the values of ``-O`` and ``-T``."""

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
    """Return the transforms of ``--transform`` in order, with the options of ``-T``.

    Raises:
        UsageError: a transform is unknown, or an option does not fit.
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
    """Return the formats of ``--to``, or that of ``-o``'s ending, with their options.

    If ``-o`` names a file, a format with joinable documents takes all cables of the call; with
    ``many`` inputs, a format with a collector is replaced by that.

    Raises:
        UsageError: no format is given, one is unknown, or an option does not fit.
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
    """Return the collector of a format that has one, else the format itself."""
    if isinstance(wanted, Exporter) and wanted.collector:
        return plugins.find(wanted.collector, *FORMATS)
    return wanted


_EXAMPLES = {"-O": "indent=2", "-T": "redact.above=unclassified"}


def given(settings: Sequence[str], descriptors: Sequence[Configurable], flag: str) -> Given:
    """Return the values of ``flag`` by descriptor and option.

    ``NAME=VALUE`` applies to all descriptors that have the option.

    Raises:
        InvalidOptionError: the syntax is wrong, or it names a format that was not asked for.
    """
    sorted_out: Given = {descriptor.name: {} for descriptor in descriptors}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not key:
            raise InvalidOptionError(
                f"{flag} {setting}: write it as NAME=VALUE, for example {_EXAMPLES[flag]}."
            )
        scope, _, name = key.rpartition(".")
        for descriptor in _meant(scope, name, descriptors, flag):
            sorted_out[descriptor.name][name] = _value(descriptor, name, value, flag)
    return sorted_out


def _by_ending(output: str | None, plugins: PluginHost) -> Exporter | Collector:
    ending = Path(output).suffix if output else ""
    if not ending:
        known = ", ".join(each.name for each in plugins.all(*FORMATS))
        raise UsageError(f"no format; choose one with --to. Available: {known}.")
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
    """Return the descriptors named by ``scope``; without it, those with the option, or else all."""
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
            f"{flag} {scope}.{name}: {scope} is not one of those chosen ({asked})."
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
