"""The diagnostics of cables as ``check`` prints them: message, source line, caret, hint, count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import get_terminal_size

import click

from cableconv.cable import Cable, Diagnostic
from cableconv.cli.reading import Reading, each_cable
from cableconv.cli.report import Report, Verbosity
from cableconv.cli.wording import diagnostic_line, printable, tally
from cableconv.output.standard_output import stream
from cableconv.plugins.kinds import CHECKS

_WANTED = {
    "error": Verbosity.QUIET,
    "warning": Verbosity.NORMAL,
    "info": Verbosity.VERBOSE,
}


def check(
    arguments: Sequence[Path], reading: Reading, report: Report, strict: bool = False
) -> None:
    """Print what is doubtful in each cable; ``report`` learns which inputs fail."""
    checks = reading.plugins.all(CHECKS)
    for source, content, cable in each_cable(arguments, reading, report):
        found = [each for check in checks for each in reading.plugins.check(check, cable)]
        cable = cable.replace(diagnostics=(*cable.diagnostics, *found))
        for diagnostic in cable.diagnostics:
            if report.verbosity >= _WANTED[diagnostic.severity]:
                text = content.text if content.is_held else ""  # a dump is too big to quote
                for line in finding(source.name, text, diagnostic):
                    click.echo(line, stream())
        if report.verbosity > Verbosity.QUIET:
            click.echo(_verdict(source.name, cable, report.verbosity), stream())
        severities = {diagnostic.severity for diagnostic in cable.diagnostics}
        if "error" in severities or (strict and "warning" in severities):
            report.refused(source.name)
        else:
            report.done()


def finding(name: str, text: str, diagnostic: Diagnostic) -> Iterator[str]:
    """One diagnostic: its line, then as much as there is of source line, caret and hint."""
    width = max(60, min(get_terminal_size().columns, 120))
    yield diagnostic_line(name, diagnostic)
    if diagnostic.line is not None and diagnostic.column is not None:
        yield from excerpt(text, diagnostic.line, diagnostic.column, width)
    if diagnostic.hint:
        yield f"{'':>6} = {click.style('next', 'green')}: {printable(diagnostic.hint)}"


def _verdict(name: str, cable: Cable, verbosity: Verbosity) -> str:
    notes = sum(diagnostic.severity == "info" for diagnostic in cable.diagnostics)
    hidden = notes and verbosity < Verbosity.VERBOSE
    more = f" (-v lists the {'note' if notes == 1 else 'notes'})" if hidden else ""
    who = f"{name}: {cable.key}" if cable.key else name
    return f"{printable(who)}: {tally(cable.diagnostics) or 'nothing doubtful'}{more}"


def excerpt(text: str, line: int, column: int, width: int) -> Iterator[str]:
    """The line and the caret's line; of a long line, the stretch around the column.

    ``line`` and ``column`` count from 1; a place that the text doesn't have gives nothing.
    """
    source = _line(text, line, column + width)
    if source is None:
        return
    margin = f"{line:>6} | "
    room = max(width - len(margin), 20)
    start = max(0, column - 1 - room // 2) if len(source) > room else 0
    shown = source[start : start + room]
    before = printable(_opened(shown[: column - 1 - start]))
    after = printable(_opened(shown[column - 1 - start :]))
    yield f"{margin}{before}{after}".rstrip()
    yield f"{'':>6} | {' ' * len(before)}^"


def _line(text: str, line: int, longest: int) -> str | None:
    """The line of that number, as far as it is needed: a line may have 50 MB."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return None
    end = text.find("\n", start, start + longest)
    return text[start : start + longest if end < 0 else end].rstrip("\r")


def _opened(text: str) -> str:
    return text.replace("\t", " ").replace("\N{NO-BREAK SPACE}", " ")
