"""From results to the rows of a manifest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from cableconv.corpus.earlier import Earlier, hash_of
from cableconv.corpus.job import Chosen, Job, Step
from cableconv.corpus.manifest import Row, RowOutput, Writer, input_name, relative, writing
from cableconv.corpus.plan import Plan
from cableconv.corpus.results import Output, Result
from cableconv.plugins.api import Collector, Exporter
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import TRANSFORMS
from cableconv.version import __version__


class Maker(msgspec.Struct, frozen=True):
    """A format as recorded in the manifest, with the hash of everything that shapes its results."""

    format: str
    exporter: str
    options: dict[str, Any]
    made_by: str

    @classmethod
    def of(cls, chosen: Chosen[Any], job: Job, plugins: PluginHost) -> Maker:
        """Return the maker of a format, which depends on versions, options and transforms."""
        descriptor: Exporter | Collector = chosen.descriptor
        exporter = f"{descriptor.name} ({plugins.origin(descriptor)})"
        shaping = [
            __version__, exporter, Step.of(chosen).options, job.reader, job.encoding, job.columns,
            _transforms(job, plugins), job.name, job.where,
            [hash_of(Path(file)) for file in job.plugin_files],
        ]  # fmt: skip
        made_by = sha256(msgspec.msgpack.encode(shaping, order="sorted")).hexdigest()
        return cls(descriptor.name, exporter, _chosen_options(chosen), made_by[:16])

    def has_made(self, output: RowOutput) -> bool:
        """Whether it would produce the same output from the same cable."""
        return output.format == self.format and output.made_by == self.made_by


def _transforms(job: Job, plugins: PluginHost) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the transforms with their distributions' versions, and their options."""
    return [
        (plugins.describe(plugins.find(step.name, TRANSFORMS)), step.options)
        for step in job.transforms
    ]


def _chosen_options(chosen: Chosen[Any]) -> dict[str, Any]:
    """Return the options that differ from their defaults; contents of files by their hash."""
    defaults = {option.name: option.default for option in chosen.descriptor.options}
    differing: Mapping[str, Any] = {
        name: value
        for name, value in Step.of(chosen).options.items()
        if value != defaults.get(name)
    }
    return {
        name: f"sha256:{sha256(value).hexdigest()}" if isinstance(value, bytes) else value
        for name, value in differing.items()
    }


class Record:
    """The record of a run: the rows of earlier runs in a manifest, and those of this one.

    Without a manifest it is empty and records nothing.
    """

    def __init__(
        self,
        makers: Mapping[str, Maker],
        earlier: Earlier | None = None,
        writer: Writer | None = None,
    ) -> None:
        self.makers = makers
        self.earlier = earlier
        self._writer = writer

    def add(self, result: Result) -> None:
        """Record a result; a cable that needed no work is recorded already.

        Raises:
            OutputError: it cannot be written.
        """
        states = {output.state for output in result.outputs}
        is_old = bool(states) and states <= {"kept", "unchanged", "edited"} and not result.failed
        if self._writer is not None and not is_old:
            self._writer.write(_row(result, self._writer.path, self.makers))


@contextmanager
def recording(plan: Plan) -> Iterator[Record]:
    """Open the record of a run for the block.

    Raises:
        OutputError: the manifest cannot be written.
        InputError: the existing file is not a manifest.
    """
    if plan.keeping.manifest is None:
        yield Record({})
        return
    chosen: list[Chosen[Any]] = [*plan.formats.single, *plan.formats.collecting]
    makers = {each.descriptor.name: Maker.of(each, plan.job, plan.plugins) for each in chosen}
    with (
        closing(Earlier(plan.keeping.manifest)) as earlier,
        writing(plan.keeping.manifest, again=bool(earlier)) as writer,
    ):
        yield Record(makers, earlier, writer)


def _row(result: Result, manifest: Path, makers: Mapping[str, Maker]) -> Row:
    source = result.source
    codes = Counter(each.code for each in (*result.diagnostics, *result.losses))
    return Row(
        input=input_name(source, manifest) if source else None,
        member=source.member if source else None,
        row=result.row,
        position=result.position,
        cables=result.cables,
        sha256=result.sha256,
        id=result.key,
        outputs=tuple(_row_output(each, manifest, makers[each.format]) for each in result.outputs),
        diagnostics=dict(sorted(codes.items())),
        duplicate=result.duplicate,
        joined=input_name(result.joined, manifest) if result.joined else None,
        refused=result.refused,
        error=None if result.error is None else str(result.error),
        cableconv=__version__,
        time=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _row_output(output: Output, manifest: Path, maker: Maker) -> RowOutput:
    return RowOutput(
        format=output.format,
        path=relative(output.path, manifest) if output.path else None,
        state=output.state,
        sha256=output.sha256,
        exporter=maker.exporter,
        options=maker.options,
        made_by=maker.made_by,
        error=None if output.error is None else str(output.error),
    )
