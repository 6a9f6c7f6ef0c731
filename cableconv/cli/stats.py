"""``cableconv stats INPUT...``: statistics of a set of cables, as numbers or as a plot."""

from __future__ import annotations

from pathlib import Path

import click

from cableconv.cli import options
from cableconv.cli.archive import Archive
from cableconv.cli.help import Command, Option

EXAMPLES = """
cableconv stats cables/
cableconv stats cables/ --where tag:PREL --plot years.svg --by post
"""


@click.command(
    "stats",
    cls=Command,
    usage=("cableconv stats INPUT... [OPTIONS]",),
    examples=EXAMPLES,
    short_help="Count cables by post, year, level and tag, diagnostics, and who is cited.",
)
@options.inputs
@options.where
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(["table", "json"]),
    default="table",
    metavar="FORMAT",
    help="table for people, or json. Default: table.",
)
@click.option(
    "--plot",
    cls=Option,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Also draw the cables per year, as .svg or .png (needs cableconv[plot]).",
)
@click.option(
    "--by",
    cls=Option,
    type=click.Choice(["level", "post"]),
    default="level",
    metavar="WHAT",
    help="What the plot is coloured by: level or post. Default: level.",
)
@options.archive
@options.reading
@options.debug
def command(
    inputs: tuple[Path, ...],
    where: str | None,
    form: str,
    plot: Path | None,
    by: str,
    how: options.ReadingOptions,
    archive: Archive,
    debug: bool,
) -> int:
    """Count cables by post, year, classification and tag, paragraphs and words, diagnostics by
    their code, and the references that lead to a cable of the same set."""
    from cableconv.cli.counting import count, drawn, written
    from cableconv.cli.reading import Reading
    from cableconv.cli.report import Report
    from cableconv.output.standard_output import reserved

    report = Report(debug=debug)
    reading = Reading.of(how, where)
    with reserved():
        summary = count(inputs, reading, archive, report)
    for line in written(summary, form):
        click.echo(line)
    if plot:
        drawn(summary, plot, by, report)
    report.plugin_warnings(reading.plugins.warnings)
    return report.exit_code
