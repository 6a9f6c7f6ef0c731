"""Formats that hold all cables of a call: opened with the first cable, put in place at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from cableconv.cable import Cable
from cableconv.cli.choices import Format
from cableconv.cli.report import Report
from cableconv.output.failures import RunEndedError
from cableconv.plugins.api import Collection, Collector
from cableconv.plugins.host import PluginHost


class CollectorTarget(NamedTuple):
    """One such format, and where its file or folder goes; ``None`` is standard output."""

    format: Format[Collector]
    path: Path | None


class PendingCollection:
    """One result for all cables; nothing is at its place before ``finish``."""

    def __init__(self, wanted: CollectorTarget, plugins: PluginHost, report: Report) -> None:
        self._wanted = wanted
        self._plugins = plugins
        self._report = report
        self._stack = ExitStack()
        self._collection: Collection | None = None

    @property
    def format(self) -> Format[Collector]:
        """The format, with its options."""
        return self._wanted.format

    def add(self, cable: Cable) -> None:
        """Take one more cable in.

        Raises:
            PluginError: the collector cannot take it.
            OutputError: nothing can be written there.
        """
        if self._collection is None:
            collector, options = self._wanted.format
            opened = self._plugins.collection(collector, self._wanted.path, options)
            self._collection = self._stack.enter_context(opened)
        self._collection.add(cable)

    def finish(self) -> None:
        """Put what was collected in its place, if anything was; a failure is reported."""
        if self._collection is None:
            return
        try:
            self._stack.close()
            self._report.written(self._wanted.path)
        except RunEndedError:
            raise
        except Exception as error:
            self._report.failed(str(self._wanted.path or "standard output"), error)

    def abandon(self, error: BaseException) -> None:
        """Throw away what was collected, because of ``error``."""
        self._stack.__exit__(type(error), error, error.__traceback__)


@contextmanager
def collecting(
    wanted: Sequence[CollectorTarget], plugins: PluginHost, report: Report
) -> Iterator[list[PendingCollection]]:
    """What cables are added to in the block; all is put in place when it ends well."""
    collections = [PendingCollection(each, plugins, report) for each in wanted]
    try:
        yield collections
    except BaseException as error:
        for each in collections:
            each.abandon(error)
        raise
    for each in collections:
        each.finish()
