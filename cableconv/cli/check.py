"""``cableconv check INPUT...``: list the doubts about a cable, and where they are."""

from __future__ import annotations

from pathlib import Path

import click

from cableconv.cli import options
from cableconv.cli.archive import Archive
from cableconv.cli.help import Command

EXAMPLES = """
cableconv check cable.txt
cableconv check cables/ --strict --quiet && echo all good
"""


@click.command(
    "check",
    cls=Command,
    usage=("cableconv check INPUT... [OPTIONS]",),
    examples=EXAMPLES,
    short_help="List what is doubtful in a cable, line by line.",
)
@options.inputs
@options.where
@options.archive
@options.reading
@options.saying
def command(
    inputs: tuple[Path, ...],
    where: str | None,
    how: options.ReadingOptions,
    archive: Archive,
    quiet: bool,
    verbose: bool,
    strict: bool,
    debug: bool,
) -> int:
    """List errors and warnings with the line they are about, a caret, and what to do.

    Notes, which are mostly repairs, are counted and listed with -v. The exit code is 1 if
    there is an error, with --strict also if there is a warning.
    """
    from cableconv.cli.findings import check
    from cableconv.cli.reading import Reading
    from cableconv.cli.report import Report
    from cableconv.output.standard_output import reserved

    report = Report.of(quiet, verbose, many=False, debug=debug)
    reading = Reading.of(how, where)
    with reserved():
        check(inputs, reading, archive, report, strict)
    report.plugin_warnings(reading.plugins.warnings)
    return report.exit_code
