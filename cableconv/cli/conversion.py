"""A whole conversion: inputs found, results placed and checked, each input done, the account."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cableconv import targets as naming
from cableconv.cli.converter import Converter
from cableconv.cli.exit_codes import ExitCode
from cableconv.cli.formats import Format, choose
from cableconv.cli.reading import Reading, inputs
from cableconv.cli.report import Report
from cableconv.errors import UsageError
from cableconv.inputs import OWN_TEXT, Input, is_folder
from cableconv.targets import Place, Target


class Request(NamedTuple):
    """The options of one call, by the names that click hands them over by."""

    inputs: Sequence[Path]
    to: Sequence[str]
    output: str | None
    settings: Sequence[str]
    reader: str | None
    encoding: str | None
    no_plugins: bool
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
        ClosedPipeError: nobody reads standard output any more.
    """
    reading = Reading.of(request.reader, request.encoding, request.no_plugins)
    formats = choose(_names(request), request.output, request.settings, reading.plugins)
    many = len(request.inputs) > 1 or any(is_folder(argument) for argument in request.inputs)
    report = Report.of(request.quiet, request.verbose, many=many, debug=request.debug)
    sources = inputs(request.inputs, reading, report, leave_out=_folder(request.output))
    targets = _targets(request, sources, formats, many)
    naming.check(target for group in targets for target in group)
    _refuse_binary_on_terminal(targets, formats)
    converter = Converter(
        reading, formats, report, request.no_clobber, request.strict, request.report_loss
    )
    for source, group in zip(sources, targets, strict=True):
        converter.convert(source, group)
    report.plugin_warnings(reading.plugins.warnings)
    report.summary()
    return report.exit_code


def _names(request: Request) -> list[str]:
    """Formats as given, where ``--to docx,json`` means both."""
    return [name for given in request.to for name in given.split(",") if name]


def _folder(output: str | None) -> Path | None:
    return Path(output) if output and output != "-" else None


def _targets(
    request: Request, sources: Sequence[Input], formats: Sequence[Format], many: bool
) -> list[list[Target]]:
    """For each input where its results go, in the order of the formats."""
    where = naming.destination(request.output, many or len(formats) > 1)
    endings = [OWN_TEXT, *(chosen.exporter.ending for chosen in formats)]
    return [
        [
            Target(
                source,
                chosen.exporter,
                naming.target_path(where, source, chosen.exporter.ending, endings),
                takes_one=where.place in (Place.FILE, Place.STDOUT),
            )
            for chosen in formats
        ]
        for source in sources
    ]


def _refuse_binary_on_terminal(
    targets: Sequence[Sequence[Target]], formats: Sequence[Format]
) -> None:
    if not sys.stdout.isatty():
        return
    for group in targets:
        for target, chosen in zip(group, formats, strict=True):
            if target.path is None and chosen.exporter.binary:
                raise UsageError(
                    f"{chosen.exporter.name} is binary and would fill the terminal with noise; "
                    f"write it to a file: -o FILE{chosen.exporter.ending}"
                )
