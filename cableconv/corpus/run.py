"""Executes a plan: pieces to workers, outcomes in order, one result for each cable."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cableconv.corpus.chunks import items_of, pieces
from cableconv.corpus.collecting import collecting
from cableconv.corpus.edits import Edits
from cableconv.corpus.job import Equipment, Job, Step
from cableconv.corpus.looking import look, named, treated_by
from cableconv.corpus.placing import Placing
from cableconv.corpus.plan import Plan
from cableconv.corpus.recording import Record, recording
from cableconv.corpus.results import Output, Result
from cableconv.corpus.settling import Settling, finished
from cableconv.corpus.staff import Staff
from cableconv.corpus.tasks import tasks
from cableconv.output.drafts import clear_dead
from cableconv.output.handover import drafts_in

if TYPE_CHECKING:
    from cableconv.corpus.joining import Joining
    from cableconv.corpus.resume import Resume
    from cableconv.corpus.settling import Chooser

_TWO_RUNS = "another process writes there too; they replace each other's results"


def run(plan: Plan, staff: Staff) -> Generator[Result]:
    """Execute the plan; yield a result for each cable, in the order of the inputs.

    A failure affects only its cable.  If the iteration is abandoned, written files stay, and
    files of many cables are discarded.

    Raises:
        RunEndedError: output is no longer possible, or its reader has closed the pipe.
        OutputError: the manifest cannot be written.
        InputError: the existing file is not a manifest.
    """
    clear_dead(_folders(plan))
    with ExitStack() as stack:
        record = stack.enter_context(recording(plan))
        edits = Edits(plan.plugins, record.earlier, plan.keeping.force)
        plan, edited = _without_edited(plan, edits)
        yield from edited
        collections = stack.enter_context(collecting(plan.collections, plan.plugins))
        placing = Placing(edits, plan)
        joining = _joining(plan, staff, stack)
        settling = Settling(placing, collections, record, _chooser(plan, staff, joining))
        resume = _resume(plan, record)
        equipment = Equipment(_with_drafts(plan, staff, stack), plan.plugins)
        todo = pieces(tasks(plan, placing, resume, joining), equipment, resume, joining)
        for outcome in stack.enter_context(closing(treated_by(staff, todo, equipment))):
            if not outcome.left_out:
                outcome = named(outcome, plan.inputs)
                yield settling.settled(outcome, plan.targets[outcome.task])
        yield from finished(collections, record)
        if placing.written.by_another_process:
            plan.plugins.add_warnings([_TWO_RUNS])


def _folders(plan: Plan) -> set[Path]:
    """Return the folders in which dead runs may have left drafts."""
    folders = {each.path.parent for group in plan.targets for each in group if each.path}
    if plan.keeping.manifest:
        folders.add(plan.keeping.manifest.parent)
    return folders | {plan.where.path} if plan.fills_folder else folders


def _without_edited(plan: Plan, edits: Edits) -> tuple[Plan, list[Result]]:
    """Return the plan without edited files of many cables, which are kept."""
    edited = [each for each in plan.collections if edits.are_at(each.path)]
    if not edited:
        return plan, []
    kept = [
        Output(format=each.format.descriptor.name, path=each.path, state="edited")
        for each in edited
    ]
    others = [each for each in plan.collections if each not in edited]
    collecting = tuple(Step.of(each.format) for each in others)
    job = replace(plan.job, collecting=collecting)
    return replace(plan, collections=others, job=job), [Result(outputs=tuple(kept))]


def _joining(plan: Plan, staff: Staff, stack: ExitStack) -> Joining | None:
    """What becomes one cable; known when all has been read, whatever is asked for of it."""
    if not plan.join:
        return None
    from cableconv.corpus.joining import Joining, Portions
    from cableconv.corpus.questions import PORTION

    job = replace(plan.job, formats=(), collecting=(), transforms=(), where=None)
    portions = Portions()
    with closing(look(PORTION, job, plan.plugins, plan.inputs, staff, plan.targets)) as found:
        for outcome, portion in found:
            portions.add(outcome, portion)
    equipment = Equipment(job, plan.plugins)
    read = partial(items_of, equipment=equipment)
    return stack.enter_context(closing(Joining(portions.wholes(), plan.inputs, read)))


def _chooser(plan: Plan, staff: Staff, joining: Joining | None) -> Chooser | None:
    """Who decides between two sources of one cable; the best is known when all have been read."""
    if plan.duplicates == "keep":
        return None
    from cableconv.corpus.duplicates import Best, First
    from cableconv.corpus.questions import SCORE

    if plan.duplicates == "first":
        return First()
    best = Best()
    job = replace(plan.job, formats=(), collecting=())
    with closing(
        look(SCORE, job, plan.plugins, plan.inputs, staff, plan.targets, joining)
    ) as found:
        for outcome, score in found:
            best.look_at(outcome, score)
    return best


def _resume(plan: Plan, record: Record) -> Resume | None:
    if not plan.keeping.resume or record.earlier is None:
        return None
    from cableconv.corpus.resume import Resume

    makers = [record.makers[chosen.descriptor.name] for chosen in plan.formats.single]
    return Resume(record.earlier, makers, plan.job.collects)


def _with_drafts(plan: Plan, staff: Staff, stack: ExitStack) -> Job:
    """Return the workers' job with a folder for their results, if one is possible."""
    if staff.make is None or not plan.fills_folder:
        return plan.job
    return replace(plan.job, drafts=stack.enter_context(drafts_in(plan.where.path.absolute())))
