"""Counts inputs, and prints or plots the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

import msgspec

from cableconv.cli.archive import Archive
from cableconv.cli.looking import answers
from cableconv.cli.reading import Reading
from cableconv.cli.report import Report
from cableconv.cli.wording import printable
from cableconv.corpus.questions import COUNTS
from cableconv.stats import Counts, Summary
from cableconv.stats.plot import By, plot
from cableconv.stats.table import table


def count(inputs: Sequence[Path], reading: Reading, archive: Archive, report: Report) -> Summary:
    """Return the statistics of all requested cables."""
    counts = Counts()
    for _, one in answers(COUNTS, inputs, reading, archive, report):
        counts.merge(one)
        report.done()
    return counts.summary()


def written(summary: Summary, form: str) -> Iterable[str]:
    """Return the summary's lines in one of the two formats."""
    if form == "json":
        return [msgspec.json.format(msgspec.json.encode(summary)).decode()]
    return map(printable, table(summary))


def drawn(summary: Summary, path: Path, by: str, report: Report) -> None:
    """Write the plot and report it."""
    plot(summary, path, cast(By, by))
    report.written(path)
