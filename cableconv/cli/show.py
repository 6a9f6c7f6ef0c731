"""``cableconv show INPUT...``: what a cable is, at a glance."""

from __future__ import annotations

from pathlib import Path

import click

from cableconv.cli import options
from cableconv.cli.help import Command

EXAMPLES = """
cableconv show cable.txt
cableconv show cables/ | less
"""


@click.command(
    "show",
    cls=Command,
    usage=("cableconv show INPUT... [OPTIONS]",),
    examples=EXAMPLES,
    short_help="Show an outline of a cable.",
)
@options.inputs
@options.where
@options.reading
@options.debug
def command(
    inputs: tuple[Path, ...],
    where: str | None,
    how: options.ReadingOptions,
    debug: bool,
) -> int:
    """Show a cable's data and the outline of its text, one line a paragraph.

    INPUT is a file, an archive or a folder (every cable in it), or - for standard input.
    """
    from shutil import get_terminal_size

    from cableconv.cli.outline import outline
    from cableconv.cli.reading import Reading, each_cable
    from cableconv.cli.report import Report
    from cableconv.output.standard_output import reserved, stream

    width = max(40, min(get_terminal_size().columns, 120))
    report = Report(debug=debug)
    reading = Reading.of(how, where)
    with reserved():
        for number, (_, _, cable) in enumerate(each_cable(inputs, reading, report)):
            click.echo(f"{'─' * width}\n" if number else "", stream(), nl=False)
            for line in outline(cable, width):
                click.echo(line, stream())
            report.done()
    report.plugin_warnings(reading.plugins.warnings)
    return report.exit_code
