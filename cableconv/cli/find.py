"""``cableconv find INPUT... WORDS``: the cables that match a query, with their paragraphs."""

from __future__ import annotations

from pathlib import Path

import click

from cableconv.cli import options
from cableconv.cli.archive import Archive
from cableconv.cli.help import Command, Option

EXAMPLES = """
cableconv find cables/ '"sea ice" date:2008'
cableconv find cables/ 'tag:PREL level>=confidential person:KJAER' | jq .key
"""


@click.command(
    "find",
    cls=Command,
    usage=("cableconv find INPUT... WORDS [OPTIONS]",),
    examples=EXAMPLES,
    short_help="Find cables by words, names, dates, TAGS, and show where.",
)
@options.inputs
@click.argument("words", metavar="WORDS")
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(["text", "jsonl"]),
    metavar="FORMAT",
    help="text for people, or jsonl with one hit per line. Default: text on a terminal, jsonl "
    "elsewhere.",
)
@click.option(
    "--limit",
    cls=Option,
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Stop after this many cables.",
)
@options.archive
@options.reading
@options.debug
def command(
    inputs: tuple[Path, ...],
    words: str,
    form: str | None,
    limit: int | None,
    how: options.ReadingOptions,
    archive: Archive,
    debug: bool,
) -> int:
    """Find the cables that match WORDS, and the matching paragraphs.

    WORDS are a single argument in the language of --where: words and "phrases" to search for
    in the text, and terms such as tag:PREL, date:2008-01..2008-06, level>=confidential. The exit
    code is 1 if nothing was found.
    """
    from cableconv.cli.hits import find
    from cableconv.cli.reading import Reading
    from cableconv.cli.report import Report
    from cableconv.errors import UsageError
    from cableconv.output.standard_output import is_terminal, reserved

    if not inputs and Path(words).exists():
        raise UsageError(
            "is a file, and nothing says what to find in it",
            path=words,
            hint=f"write: cableconv find {words} WORDS.",
        )
    report = Report(debug=debug)
    reading = Reading.of(how, words)
    for_people = form == "text" or (form is None and is_terminal())
    with reserved():
        found = find(inputs, reading, archive, report, for_people=for_people, limit=limit)
    report.plugin_warnings(reading.plugins.warnings)
    return report.exit_code or int(not found)
