"""Reading cables without converting them: one question, and the answers in order.

The workers are those of conversions, and do the same up to the tree.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from cableconv.corpus.chunks import chunks, pieces
from cableconv.corpus.job import Equipment, Job
from cableconv.corpus.outcomes import Outcome
from cableconv.corpus.plan import Task
from cableconv.corpus.staff import Staff
from cableconv.corpus.work import Piece, outcomes
from cableconv.input.files import Input
from cableconv.output.targets import Target
from cableconv.plugins.host import PluginHost

if TYPE_CHECKING:
    from cableconv.corpus.joining import Joining
    from cableconv.corpus.questions import AnswerT, Question


def look(
    question: Question[AnswerT],
    job: Job,
    plugins: PluginHost,
    inputs: Sequence[Input],
    staff: Staff,
    targets: Sequence[Sequence[Target]] | None = None,
    joining: Joining | None = None,
) -> Generator[tuple[Outcome, AnswerT | None]]:
    """Yield the outcome and answer for each cable that the job selects, in order of the inputs.

    An unreadable cable has no answer.  ``targets`` are the targets of each input if a
    conversion follows: some take only one cable.
    """
    equipment = Equipment(replace(job, asks=question.name, quotes=question.quotes), plugins)
    tasks = (
        Task(number, source, targets[number] if targets else ())
        for number, source in enumerate(inputs)
    )
    todo = pieces(tasks, equipment, joining=joining)
    with closing(treated_by(staff, todo, equipment, question.head_start)) as found:
        for outcome in found:
            if not outcome.left_out and outcome.joined is None:
                yield named(outcome, inputs), cast("AnswerT | None", outcome.answer)


def named(outcome: Outcome, inputs: Sequence[Input]) -> Outcome:
    """Return the outcome with its input as typed, wherever it was processed."""
    source = replace(inputs[outcome.task], member=outcome.source.member)
    return replace(outcome, source=source)


def treated_by(
    staff: Staff, todo: Iterator[Piece], equipment: Equipment, head_start: float = 0.0
) -> Generator[Outcome]:
    """Yield the outcomes of the pieces in order, from workers or from this process.

    ``head_start`` are seconds before workers are asked: this process begins while they start.
    """
    yield from _here(todo, equipment, inf if staff.make is None else monotonic() + head_start)
    if staff.make is None:
        return
    from cableconv.corpus.executors import Workers

    workers = Workers(staff.make, staff)
    far = not staff.ends
    with closing(workers.results(chunks(todo, equipment, far))) as everything:
        for done in everything:
            equipment.plugins.add_warnings(done.warnings)
            yield from done.outcomes


def _here(todo: Iterator[Piece], equipment: Equipment, until: float) -> Iterator[Outcome]:
    """Yield the outcomes of pieces in this process, while it is not that time."""
    while monotonic() < until:
        piece = next(todo, None)
        if piece is None:
            return
        yield from outcomes(piece, equipment)
