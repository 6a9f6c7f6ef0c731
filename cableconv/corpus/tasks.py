"""The tasks of a run, one for each input, without finished and kept results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cableconv.corpus.outcomes import Outcome
from cableconv.corpus.placing import Placing
from cableconv.corpus.plan import Plan, Task
from cableconv.corpus.results import Output
from cableconv.input.files import Input
from cableconv.output.targets import Target

if TYPE_CHECKING:
    from cableconv.corpus.joining import Joining
    from cableconv.corpus.resume import Resume


def tasks(
    plan: Plan, placing: Placing, resume: Resume | None, joining: Joining | None = None
) -> Iterator[Task]:
    """A task for each input of the plan, in order, looked at when it is its turn."""
    groups = zip(plan.inputs, plan.targets, strict=True)
    for number, (source, targets) in enumerate(groups):
        is_joined = joining is not None and joining.concerns(number)
        done = resume.input_done(number, source, targets) if resume and not is_joined else None
        if done is not None:
            yield Task(number, source, targets, outcomes=done)
        else:
            yield _to_do(number, source, targets, plan, placing)


def _to_do(
    number: int, source: Input, targets: Sequence[Target], plan: Plan, placing: Placing
) -> Task:
    wanted = tuple(not placing.keeps(target) for target in targets)
    ready = tuple(
        Output(format=target.format.name, path=target.path, state="kept")
        for target, is_wanted in zip(targets, wanted, strict=True)
        if not is_wanted
    )
    task = Task(number, source, targets, wanted, ready)
    if any(wanted) or plan.job.collects:
        return task
    return replace(task, outcomes=(Outcome(task=number, source=source, ready=ready),))
