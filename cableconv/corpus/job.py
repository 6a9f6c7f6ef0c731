"""The processing of every cable of a run, by names only: workers find the plugins themselves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from cableconv.cable import Cable
from cableconv.limits import Limits
from cableconv.output.naming import NamePattern
from cableconv.plugins.api import Collector, Configurable, Exporter, Transform
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import EXPORTERS, FORMATS, TRANSFORMS

if TYPE_CHECKING:
    from cableconv.query import Query

DescriptorT = TypeVar("DescriptorT", bound=Configurable)


class Chosen(msgspec.Struct, Generic[DescriptorT], frozen=True):
    """A requested format or transform, with a value for each of its options.

    ``taken_in`` are options bound in a descriptor that was made for this run.
    """

    descriptor: DescriptorT
    options: Mapping[str, Any]
    taken_in: Mapping[str, Any] = MappingProxyType({})


class Step(msgspec.Struct, frozen=True):
    """The same by its name, for sending to workers."""

    name: str
    options: Mapping[str, Any]

    @classmethod
    def of(cls, chosen: Chosen[Any]) -> Step:
        """Return the step for a chosen descriptor."""
        return cls(chosen.descriptor.name, {**chosen.options, **chosen.taken_in})


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """How each cable is read, changed and encoded, with plugins given by name.

    ``collecting`` are the formats that hold many cables.
    ``disabled`` are the ignored plugins, including those from the environment.  ``where`` is the
    text of a query that selects cables; ``None`` selects all.  ``name`` is a
    pattern for the names of results.  ``asks`` names a question (``questions.py``): cables
    are only read to answer it; ``quotes`` means that the answer quotes their files.
    ``plugin_files`` are plugins that are not installed.  ``drafts`` is the folder in which
    workers write results; ``None``: they return them as bytes.
    """

    reader: str | None = None
    encoding: str | None = None
    columns: tuple[str, ...] = ()
    transforms: tuple[Step, ...] = ()
    formats: tuple[Step, ...] = ()
    collecting: tuple[Step, ...] = ()
    strict: bool = False
    name: str | None = None
    where: str | None = None
    limits: Limits = Limits()
    asks: str | None = None
    quotes: bool = False
    third_party: bool = True
    disabled: frozenset[str] = frozenset()
    plugin_files: tuple[str, ...] = ()
    drafts: Path | None = None

    @property
    def collects(self) -> bool:
        """Whether a format holds many cables."""
        return bool(self.collecting)

    @property
    def reader_options(self) -> dict[str, Any]:
        """The options of the named reader."""
        return {"column": self.columns} if self.columns else {}

    def packed(self) -> bytes:
        """The job in the form that is sent."""
        import pickle

        return pickle.dumps(self)

    def host(self) -> PluginHost:
        """Return the job's plugins in this process; errors as ``register_given``."""
        plugins = PluginHost(self.third_party, disabled=self.disabled)
        for file in self.plugin_files:
            from cableconv.plugins.given import register_given

            register_given(file, plugins.register, plugins.warnings)
        return plugins


class Equipment:
    """A job with its plugins, as a process needs it to handle cables."""

    def __init__(self, job: Job, plugins: PluginHost) -> None:
        self.job = job
        self.plugins = plugins

    @cached_property
    def formats(self) -> tuple[Chosen[Exporter], ...]:
        """The formats with one file per cable, in order; errors as ``Catalogue.find``."""
        found = [(self.plugins.find(each.name, EXPORTERS), each) for each in self.job.formats]
        return tuple(Chosen(exporter, each.options) for exporter, each in found)

    @cached_property
    def collecting(self) -> tuple[Chosen[Collector], ...]:
        """The formats that hold many cables, in order; errors as ``Catalogue.find``."""
        return tuple(map(self._collector, self.job.collecting))

    def _collector(self, step: Step) -> Chosen[Collector]:
        found = self.plugins.find(step.name, *FORMATS)
        if isinstance(found, Collector):
            return Chosen(found, step.options)
        return Chosen(self.plugins.joined(found, step.options), {}, step.options)

    @cached_property
    def transforms(self) -> tuple[Chosen[Transform], ...]:
        """The transforms, in order; errors as ``Catalogue.find``."""
        found = [(self.plugins.find(each.name, TRANSFORMS), each) for each in self.job.transforms]
        return tuple(Chosen(transform, each.options) for transform, each in found)

    @cached_property
    def query(self) -> Query | None:
        """The query that selects cables; QueryError if it is invalid."""
        if self.job.where is None:
            return None
        from cableconv.query import parse_query

        return parse_query(self.job.where)

    @cached_property
    def _pattern(self) -> NamePattern | None:
        return None if self.job.name is None else NamePattern(self.job.name)

    def name_of(self, cable: Cable) -> str | None:
        """Return the name of a cable's results, if a pattern for names is given."""
        return None if self._pattern is None else self._pattern.name(cable)

    def chooses(self, cable: Cable) -> bool:
        """Whether the query selects the cable, as it was read."""
        return self.query is None or self.query.matches(cable)

    def transformed(self, cable: Cable) -> Cable:
        """Return the cable after all transforms; PluginError names the one that fails."""
        for chosen in self.transforms:
            cable = self.plugins.apply(chosen.descriptor, cable, chosen.options)
        return cable


@lru_cache(maxsize=2)
def equipped(packed: bytes) -> Equipment:
    """Return a worker's equipment for a job, cached because plugins load slowly."""
    import pickle

    job: Job = pickle.loads(packed)
    return Equipment(job, job.host())
