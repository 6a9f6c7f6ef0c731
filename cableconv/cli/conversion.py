"""A whole conversion: inputs found, results placed and checked, each input done, the account."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cableconv.cli.choices import Format, Formats, Transforms, choose
from cableconv.cli.collecting import CollectorTarget, collecting
from cableconv.cli.converter import Converter
from cableconv.cli.exit_codes import ExitCode
from cableconv.cli.reading import Reading, inputs
from cableconv.cli.report import Report
from cableconv.errors import UsageError
from cableconv.input.files import OWN_TEXT, Input, is_folder
from cableconv.limits import Limits
from cableconv.output import targets as naming
from cableconv.output.drafts import clear_dead
from cableconv.output.failures import NoRoomError
from cableconv.output.standard_output import is_terminal, reserved
from cableconv.output.targets import Place, Target
from cableconv.plugins.api import Collector, Exporter


class Request(NamedTuple):
    """The options of one call, by the names that click hands them over by."""

    inputs: Sequence[Path]
    to: Sequence[str]
    output: str | None
    settings: Sequence[str]
    transforms: Sequence[str]
    transform_settings: Sequence[str]
    reader: str | None
    columns: Sequence[str]
    encoding: str | None
    no_plugins: bool
    disabled_plugins: Sequence[str]
    limits: Limits
    no_clobber: bool
    quiet: bool
    verbose: bool
    strict: bool
    debug: bool
    report_loss: bool


def convert(request: Request) -> ExitCode:
    """Do what the command line asks, and say how it went.

    Raises:
        UsageError: the call is wrong; nothing has been written.
        RunEndedError: nothing more can be written, or nobody reads it any more.
    """
    with reserved():
        return _converted(request)


def _converted(request: Request) -> ExitCode:
    reading = Reading.of(
        request.reader,
        request.encoding,
        request.no_plugins,
        request.disabled_plugins,
        request.columns,
        limits=request.limits,
    )
    plugins = reading.plugins
    formats = choose(_names(request), request.output, request.settings, plugins)
    transforms = Transforms.chosen(request.transforms, request.transform_settings, plugins)
    many = len(request.inputs) > 1 or any(is_folder(argument) for argument in request.inputs)
    report = Report.of(request.quiet, request.verbose, many=many, debug=request.debug)
    sources = inputs(request.inputs, reading, report, leave_out=_folder(request.output))
    targets, collector_targets = _places(request, sources, formats, many)
    clear_dead({target.path.parent for group in targets for target in group if target.path})
    with collecting(collector_targets, plugins, report) as collections:
        converter = Converter(
            reading,
            transforms,
            formats.single,
            collections,
            report,
            request.no_clobber,
            request.strict,
            request.report_loss,
        )
        try:
            for source, group in zip(sources, targets, strict=True):
                converter.convert(source, group)
        except NoRoomError:
            report.summary()
            raise
    if converter.written.by_another_process:
        report.warned("another process writes there too, and each replaces the other's results")
    report.plugin_warnings(plugins.warnings)
    report.summary()
    return report.exit_code


def _names(request: Request) -> list[str]:
    """Formats as given, where ``--to docx,json`` means both."""
    return [name for given in request.to for name in given.split(",") if name]


def _folder(output: str | None) -> Path | None:
    return Path(output) if output and output != "-" else None


def _places(
    request: Request, sources: Sequence[Input], formats: Formats, many: bool
) -> tuple[list[list[Target]], list[CollectorTarget]]:
    """Where results go: a group of targets for each input, and one place for all cables.

    Raises:
        UsageError: an input would be overwritten, or two results have one place.
    """
    several = len(formats.single) + len(formats.collecting) > 1
    where = naming.destination(request.output, several or (many and bool(formats.single)))
    single = [_targets(source, formats.single, where) for source in sources]
    collected = [
        CollectorTarget(each, naming.collection_path(where, sources, each.descriptor, not several))
        for each in formats.collecting
    ]
    first = sources[:1]
    places = [
        Target(source, each.format.descriptor, each.path) for each in collected for source in first
    ]
    places += [target for group in single for target in group]
    naming.check(places)
    _refuse_binary_on_terminal(places)
    wanted = [
        each for each in collected if not (request.no_clobber and each.path and each.path.exists())
    ]
    return single, wanted


def _targets(
    source: Input, formats: Sequence[Format[Exporter]], where: naming.Destination
) -> list[Target]:
    """Where the results of one input go, in the order of the formats."""
    endings = [OWN_TEXT, *(chosen.descriptor.ending for chosen in formats)]
    return [
        Target(
            source,
            chosen.descriptor,
            naming.target_path(where, source, chosen.descriptor.ending, endings),
            takes_one=where.place in (Place.FILE, Place.STDOUT),
        )
        for chosen in formats
    ]


def _refuse_binary_on_terminal(targets: Sequence[Target]) -> None:
    if not is_terminal():
        return
    for target in targets:
        if target.path is None and _is_binary(target.format):
            raise UsageError(
                f"{target.format.name} is binary and would fill the terminal with noise",
                hint=f"write it to a file: -o FILE{target.format.ending}",
            )


def _is_binary(wanted: Exporter | Collector) -> bool:
    if isinstance(wanted, Exporter):
        return wanted.binary
    return not (wanted.media_type.startswith("text/") or "json" in wanted.media_type)
