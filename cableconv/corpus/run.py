"""A run: pieces to workers, outcomes in order, results in place, and one result for each cable."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing

import msgspec
from msgspec.structs import replace

from cableconv.cable import Cable
from cableconv.corpus.chunks import chunks, pieces
from cableconv.corpus.collecting import PendingCollection, collecting
from cableconv.corpus.job import Equipment
from cableconv.corpus.outcomes import Outcome
from cableconv.corpus.placing import Placing
from cableconv.corpus.plan import Plan, Task
from cableconv.corpus.results import Output, Result
from cableconv.corpus.staff import Staff
from cableconv.corpus.work import outcomes
from cableconv.output.handover import drafts_in


def run(plan: Plan, staff: Staff) -> Generator[Result]:
    """Do what is planned; a result for each cable, in the order of the inputs.

    What fails costs its cable alone.  Where the iteration is given up, what is written stays, and
    formats that hold many are thrown away.

    Raises:
        RunEndedError: nothing more can be written, or nobody reads it any more.
    """
    with collecting(plan.collections, plan.plugins) as collections:
        yield from _Run(plan, staff, collections).results()
        for collection in collections:
            if output := collection.finish():
                yield Result(outputs=(output,))


class _Run:
    """One run under way."""

    def __init__(self, plan: Plan, staff: Staff, collections: Sequence[PendingCollection]) -> None:
        self._plan = plan
        self._staff = staff
        self._collections = collections
        self._placing = Placing(plan.no_clobber)

    def results(self) -> Iterator[Result]:
        """A result for each cable, in the order of the inputs."""
        with ExitStack() as stack:
            job = self._plan.job
            if self._staff.make is not None and self._plan.takes_drafts:
                job = replace(job, drafts=stack.enter_context(drafts_in(self._plan.where.path)))
            equipment = Equipment(job, self._plan.plugins)
            for outcome in stack.enter_context(closing(self._outcomes(equipment))):
                yield self._settled(outcome)

    def _outcomes(self, equipment: Equipment) -> Generator[Outcome]:
        todo = pieces(self._tasks(), equipment)
        if self._staff.make is None:
            for piece in todo:
                yield from outcomes(piece, equipment)
            return
        from cableconv.corpus.executors import Workers

        workers = Workers(self._staff.make, self._staff)
        with closing(workers.results(chunks(todo, equipment))) as everything:
            for done in everything:
                self._plan.plugins.add_warnings(done.warnings)
                yield from done.outcomes

    def _tasks(self) -> Iterator[Task]:
        groups = zip(self._plan.inputs, self._plan.targets, strict=True)
        for number, (source, targets) in enumerate(groups):
            wanted = tuple(not self._placing.keeps(target) for target in targets)
            kept = [each for each, is_wanted in zip(targets, wanted, strict=True) if not is_wanted]
            ready = tuple(
                Output(format=each.format.name, path=each.path, state="kept") for each in kept
            )
            is_done = not (any(wanted) or self._collections)
            yield Task(number, source, targets, wanted, ready, is_done)

    def _settled(self, outcome: Outcome) -> Result:
        """Put what was made in place, and into what holds many."""
        targets = self._plan.targets[outcome.task]
        outputs = [] if outcome.ready is None else [*outcome.ready]
        for target, made in zip(targets, outcome.made, strict=False):
            if made is not None:
                outputs.append(self._placing.put(made, self._placing.placed(target, outcome)))
        outputs += self._collected(outcome)
        return Result(
            source=outcome.source,
            row=outcome.row,
            position=outcome.position,
            key=outcome.key,
            sha256=outcome.sha256,
            outputs=tuple(outputs),
            diagnostics=outcome.diagnostics,
            losses=outcome.losses,
            refused=outcome.refused,
            error=outcome.error,
        )

    def _collected(self, outcome: Outcome) -> Iterator[Output]:
        """Hand the cable to what holds many; what failed of that."""
        cable = outcome.tree
        if cable is None:
            return
        if isinstance(cable, bytes):
            cable = msgspec.msgpack.decode(cable, type=Cable)
        for collection in self._collections:
            if failed := collection.add(cable):
                yield failed
