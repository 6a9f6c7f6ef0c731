"""The plan of a run: the inputs in order, each with the targets of its results."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from cableconv.corpus.job import Chosen, Job, Step
from cableconv.corpus.manifest import DEFAULT_NAME
from cableconv.corpus.outcomes import Outcome
from cableconv.corpus.results import Output
from cableconv.corpus.targets import CollectorTarget, added_to
from cableconv.corpus.work import Piece
from cableconv.errors import UsageError
from cableconv.input.files import OWN_TEXT, Input
from cableconv.output import targets as naming
from cableconv.output.misleading import refuse_misleading
from cableconv.output.naming import NamePattern
from cableconv.output.targets import Destination, Place, Target
from cableconv.plugins.api import Collector, Exporter
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import TRANSFORMS

if TYPE_CHECKING:
    from cableconv.corpus.duplicates import Duplicates


class Formats(msgspec.Struct, frozen=True):
    """The formats of a run: ``single`` write one file per cable, ``collecting`` one for all."""

    single: list[Chosen[Exporter]]
    collecting: list[Chosen[Collector]]

    @property
    def descriptors(self) -> list[Exporter | Collector]:
        """All formats."""
        single = [each.descriptor for each in self.single]
        return [*single, *(each.descriptor for each in self.collecting)]

    @classmethod
    def sorted_out(
        cls, chosen: Sequence[Chosen[Any]], plugins: PluginHost, *, joins: bool
    ) -> Formats:
        """Sort formats by kind, in the order given.

        ``joins``: everything goes into one file, if the documents of its format can be joined.
        """
        formats = cls([], [])
        for each in chosen:
            if isinstance(each.descriptor, Collector):
                formats.collecting.append(each)
            elif joins and each.descriptor.joins:
                joined = plugins.joined(each.descriptor, each.options)
                formats.collecting.append(Chosen(joined, {}, each.options))
            else:
                formats.single.append(each)
        return formats


class Task(msgspec.Struct, frozen=True):
    """One input with a target for each format; ``wanted`` are those to write.

    ``ready`` are the outputs of the others; ``outcomes`` are given if there is nothing to do.
    """

    number: int
    source: Input
    targets: Sequence[Target]
    wanted: tuple[bool, ...] = ()
    ready: tuple[Output, ...] = ()
    outcomes: tuple[Outcome, ...] | None = None

    def piece(self) -> Piece:
        """The piece of work that a worker gets."""
        one = next((each for each in self.targets if each.path is None or each.takes_one), None)
        return Piece(
            task=self.number,
            source=self.source,
            wanted=self.wanted,
            taker=None if one is None else str(one.path or "standard output"),
            ready=self.ready,
            outcomes=self.outcomes,
        )


class Keeping(msgspec.Struct, frozen=True):
    """The rules for results of earlier runs.

    ``no_clobber``: every result that is there; ``resume``: what is done and unchanged, as the
    ``manifest`` tells; ``force``: not even what was edited; ``append``: what files of many cables
    hold, but for cables that come again.  Without a path the manifest is in the folder that results
    go to, and is none where they go elsewhere.
    """

    no_clobber: bool = False
    resume: bool = False
    force: bool = False
    manifest: Path | None = None
    append: bool = False


_NOTHING_KEPT = Keeping()


class Plan(msgspec.Struct, frozen=True):
    """A complete and valid plan of a run."""

    job: Job
    plugins: PluginHost
    formats: Formats
    where: Destination
    inputs: Sequence[Input]
    targets: Sequence[Sequence[Target]]
    collections: Sequence[CollectorTarget]
    keeping: Keeping = _NOTHING_KEPT
    duplicates: Duplicates = "keep"
    join: bool = False

    @property
    def fills_folder(self) -> bool:
        """Whether results are files in a folder of their own."""
        return self.where.place is Place.FOLDER and bool(self.formats.single)

    @property
    def places(self) -> list[Target]:
        """Every place that may be written to."""
        return [
            *(
                Target(source, each.format.descriptor, each.path)
                for each in self.collections
                for source in self.inputs[:1]
            ),
            *(target for group in self.targets for target in group),
        ]


def planned(
    job: Job,
    plugins: PluginHost,
    formats: Formats,
    inputs: Sequence[Input],
    output: str | None,
    *,
    many: bool,
    keeping: Keeping = _NOTHING_KEPT,
    duplicates: Duplicates = "keep",
    join: bool = False,
) -> Plan:
    """Return the plan.  ``many``: one output cannot take the results of all inputs.

    Raises:
        UsageError: an input would be overwritten, two results have one place, nothing can be
            added to a format, or there is no manifest where one is needed.
    """
    if any(source.path is None for source in inputs):
        _refuse_to_read_twice(duplicates, join)
    several = len(formats.single) + len(formats.collecting) > 1
    in_folder = several or (many and bool(formats.single))
    refuse_misleading(output, formats.descriptors, in_folder)
    where = naming.destination(output, in_folder)
    collections = [
        CollectorTarget(each, naming.collection_path(where, inputs, each.descriptor, not several))
        for each in formats.collecting
    ]
    if keeping.append:
        collections = added_to(collections, no_clobber=keeping.no_clobber)
    if job.name is not None:
        NamePattern.checked(job.name)
        if where.place is not Place.FOLDER:
            raise UsageError("--name needs a folder", hint="give one: -o FOLDER/")
    targets = [_targets(source, formats.single, where, job.name) for source in inputs]
    plan = Plan(
        job, plugins, formats, where, inputs, targets, collections, keeping, duplicates, join
    )
    naming.check(target for target in plan.places if not target.by_name)
    if keeping.no_clobber:
        kept = [each for each in collections if not (each.path and each.path.exists())]
        plan = replace(plan, collections=kept)
    return replace(plan, job=_with_formats(job, plan), keeping=_with_manifest(plan))


def _refuse_to_read_twice(duplicates: Duplicates, join: bool) -> None:
    if duplicates == "best":
        raise UsageError("the best of several cannot be known of standard input, read only once")
    if join:
        raise UsageError("--join reads its inputs more than once, and standard input cannot be")


def _with_manifest(plan: Plan) -> Keeping:
    keeping = plan.keeping
    if keeping.manifest is None and plan.fills_folder:
        return replace(keeping, manifest=_default_manifest(plan))
    if keeping.resume and keeping.manifest is None:
        raise UsageError(
            "there is no manifest to resume from",
            hint="name it with --manifest, or give a folder: -o FOLDER/",
        )
    return keeping


def _default_manifest(plan: Plan) -> Path:
    """Return the manifest's place: in the folder of results, or, if a transform conceals what it
    removes, beside it, as anyone could prove a guess with the hashes.
    """
    folder = plan.where.path.resolve()
    transforms = (plan.plugins.find(each.name, TRANSFORMS) for each in plan.job.transforms)
    if any(each.conceals for each in transforms):
        return folder.parent / f".{folder.name}{DEFAULT_NAME}"
    return plan.where.path / DEFAULT_NAME


def _with_formats(job: Job, plan: Plan) -> Job:
    steps = tuple(Step.of(each) for each in plan.formats.single)
    collecting = tuple(Step.of(each.format) for each in plan.collections)
    return replace(job, formats=steps, collecting=collecting)


def _targets(
    source: Input, formats: Sequence[Chosen[Exporter]], where: Destination, name: str | None
) -> list[Target]:
    """Return the targets of one input's results, in the order of the formats."""
    if name is not None:
        return [Target(source, each.descriptor, where.path, by_name=True) for each in formats]
    endings = [OWN_TEXT, *(chosen.descriptor.ending for chosen in formats)]
    return [
        Target(
            source,
            chosen.descriptor,
            naming.target_path(where, source, chosen.descriptor.ending, endings),
            takes_one=where.place in (Place.FILE, Place.STDOUT),
        )
        for chosen in formats
    ]
