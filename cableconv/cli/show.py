"""``cableconv show INPUT...``: an outline of a cable."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cableconv.cli import options
from cableconv.cli.help import Command, Option

if TYPE_CHECKING:
    from cableconv.pipeline import Read

EXAMPLES = """
cableconv show cable.txt
cableconv show cables/ | less
cableconv show --source cable.txt
"""


@click.command(
    "show",
    cls=Command,
    usage=("cableconv show INPUT... [OPTIONS]",),
    examples=EXAMPLES,
    short_help="Show an outline of a cable.",
)
@options.inputs
@click.option(
    "--source",
    cls=Option,
    is_flag=True,
    help="Print the source itself, before each stretch of it what it was read as; what no rule "
    "understood in red.",
)
@options.where
@options.reading
@options.debug
def command(
    inputs: tuple[Path, ...],
    source: bool,
    where: str | None,
    how: options.ReadingOptions,
    debug: bool,
) -> int:
    """Show a cable's data and the outline of its text, one line per paragraph.

    INPUT is a file, an archive or a folder (every cable in it), or - for standard input.
    """
    from shutil import get_terminal_size

    from cableconv.cli.outline import outline
    from cableconv.cli.reading import Reading, each_cable
    from cableconv.cli.report import Report
    from cableconv.output.standard_output import is_terminal, reserved, stream

    width = max(40, min(get_terminal_size().columns, 120))
    report = Report(debug=debug)
    reading = Reading.of(how, where)
    with reserved():
        for number, (_, found) in enumerate(each_cable(inputs, reading, report)):
            click.echo(f"{'─' * width}\n" if number else "", stream(), nl=False)
            lines = (
                _source(found, width if is_terminal() else None)
                if source
                else outline(found.cable, width)
            )
            for line in lines:
                click.echo(line, stream())
            report.done()
    report.plugin_warnings(reading.plugins.warnings)
    return report.exit_code


def _source(found: Read, width: int | None) -> Iterator[str]:
    """The labelled source; a tree that was read as it is has none."""
    from cableconv.cli.labelled_source import labelled

    if found.text is None:
        name = found.cable.key or "this cable"
        return iter([f"{name}: was read as a finished tree; there is no source to label."])
    return labelled(found.cable, found.text, width)
