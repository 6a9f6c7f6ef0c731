"""Inputs counted, and the numbers printed or drawn."""

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
    """The numbers of all cables asked for."""
    counts = Counts()
    for _, one in answers(COUNTS, inputs, reading, archive, report):
        counts.merge(one)
        report.done()
    return counts.summary()


def written(summary: Summary, form: str) -> Iterable[str]:
    """The summary's lines in one of the two forms."""
    if form == "json":
        return [msgspec.json.format(msgspec.json.encode(summary)).decode()]
    return map(printable, table(summary))


def drawn(summary: Summary, path: Path, by: str, report: Report) -> None:
    """The picture, written and reported."""
    plot(summary, path, cast(By, by))
    report.written(path)
