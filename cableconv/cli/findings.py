"""Diagnostics of cables as ``check`` prints them: message, source line, caret, hint, count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import get_terminal_size

import click

from cableconv.cable import Diagnostic
from cableconv.cli.archive import Archive
from cableconv.cli.looking import answers
from cableconv.cli.reading import Reading
from cableconv.cli.report import Report, Verbosity
from cableconv.cli.wording import diagnostic_line, printable, tally
from cableconv.corpus.outcomes import Outcome
from cableconv.corpus.questions import FINDINGS, Finding
from cableconv.output.standard_output import stream

_WANTED = {
    "error": Verbosity.QUIET,
    "warning": Verbosity.NORMAL,
    "info": Verbosity.VERBOSE,
}


def check(
    arguments: Sequence[Path],
    reading: Reading,
    archive: Archive,
    report: Report,
    strict: bool = False,
) -> None:
    """Print the findings of each cable, and tell ``report`` which inputs fail."""
    for outcome, findings in answers(FINDINGS, arguments, reading, archive, report):
        for line in _said(outcome, findings, report.verbosity):
            click.echo(line, stream())
        severities = {each.diagnostic.severity for each in findings}
        if "error" in severities or (strict and "warning" in severities):
            report.refused(outcome.source.name)
        else:
            report.done()


def _said(outcome: Outcome, findings: Sequence[Finding], verbosity: Verbosity) -> Iterator[str]:
    """Yield the lines about one cable."""
    for each in findings:
        if verbosity >= _WANTED[each.diagnostic.severity]:
            yield from finding(outcome.source.name, each)
    if verbosity > Verbosity.QUIET:
        yield _verdict(outcome, [each.diagnostic for each in findings], verbosity)


def finding(name: str, found: Finding) -> Iterator[str]:
    """Yield a diagnostic's line, then source line, caret and hint if there are any."""
    width = max(60, min(get_terminal_size().columns, 120))
    diagnostic = found.diagnostic
    yield diagnostic_line(name, diagnostic)
    if found.source_line is not None and diagnostic.line and diagnostic.column:
        yield from excerpt(found.source_line, diagnostic.line, diagnostic.column, width)
    if diagnostic.hint:
        yield f"{'':>6} = {click.style('next', 'green')}: {printable(diagnostic.hint)}"


def _verdict(outcome: Outcome, found: Sequence[Diagnostic], verbosity: Verbosity) -> str:
    notes = sum(diagnostic.severity == "info" for diagnostic in found)
    hidden = notes and verbosity < Verbosity.VERBOSE
    more = f" (-v lists the {'note' if notes == 1 else 'notes'})" if hidden else ""
    name = outcome.source.name
    who = f"{name}: {outcome.key}" if outcome.key else name
    return f"{printable(who)}: {tally(found) or 'nothing doubtful'}{more}"


def excerpt(source: str, line: int, column: int, width: int) -> Iterator[str]:
    """Yield the source line and a line with a caret; a long line is cut around the column.

    ``line`` is the line's number; ``column`` counts from 1.
    """
    margin = f"{line:>6} | "
    room = max(width - len(margin), 20)
    start = max(0, column - 1 - room // 2) if len(source) > room else 0
    shown = source[start : start + room]
    before = printable(_opened(shown[: column - 1 - start]))
    after = printable(_opened(shown[column - 1 - start :]))
    yield f"{margin}{before}{after}".rstrip()
    yield f"{'':>6} | {' ' * len(before)}^"


def _opened(text: str) -> str:
    return text.replace("\t", " ").replace("\N{NO-BREAK SPACE}", " ")
