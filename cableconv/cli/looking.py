"""Commands that only read cables: ask a question about each, and print answers as they come."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

from cableconv.cli.archive import Archive
from cableconv.cli.reading import Reading, inputs
from cableconv.cli.report import Report
from cableconv.corpus.looking import look
from cableconv.corpus.outcomes import Outcome
from cableconv.corpus.questions import AnswerT, Question


def answers(
    question: Question[AnswerT],
    arguments: Sequence[Path],
    reading: Reading,
    archive: Archive,
    report: Report,
) -> Generator[tuple[Outcome, AnswerT]]:
    """Yield the answers for the requested cables, each with its subject; report failures.

    Raises:
        UsageError: there are no arguments.
        InputError: the list of inputs cannot be read.
    """
    found = inputs(archive.arguments(arguments), reading, report)
    sources = archive.chosen(found)
    looked = look(question, reading.job(), reading.plugins, sources, archive.staff(sources))
    with closing(looked):
        for outcome, answer in looked:
            if outcome.error is not None:
                report.failed(outcome.source.name, outcome.error)
            elif answer is not None:
                yield outcome, answer
