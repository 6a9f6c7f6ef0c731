"""Formats that hold all cables of a run: opened with the first cable, finished at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Protocol

from cableconv.cable import Cable
from cableconv.corpus.appending import PendingAddition
from cableconv.corpus.earlier import hash_of
from cableconv.corpus.results import Output
from cableconv.corpus.targets import CollectorTarget
from cableconv.output.failures import RunEndedError
from cableconv.plugins.api import Collection
from cableconv.plugins.host import PluginHost


class Pending(Protocol):
    """What cables of a run are added to; what is at its place changes in ``finish`` alone."""

    def add(self, cable: Cable) -> Output | None:
        """Take one more cable in; what to say of it if that fails."""

    def finish(self) -> Output | None:
        """Put what was collected in its place; ``None`` if nothing was."""

    def abandon(self, error: BaseException) -> None:
        """Throw away what was collected, because of ``error``."""


class PendingCollection:
    """A result for all cables; nothing is in its place before ``finish``."""

    def __init__(self, wanted: CollectorTarget, plugins: PluginHost) -> None:
        self._wanted = wanted
        self._plugins = plugins
        self._stack = ExitStack()
        self._collection: Collection | None = None

    def add(self, cable: Cable) -> Output | None:
        """Add one cable; return the failure, if there is one."""
        try:
            if self._collection is None:
                chosen = self._wanted.format
                opened = self._plugins.collection(
                    chosen.descriptor, self._wanted.path, chosen.options
                )
                self._collection = self._stack.enter_context(opened)
            self._collection.add(cable)
        except RunEndedError:
            raise
        except Exception as error:
            return self._failed(error)
        return None

    def finish(self) -> Output | None:
        """Move the collection into place; ``None`` if nothing was collected."""
        if self._collection is None:
            return None
        try:
            self._stack.close()
        except RunEndedError:
            raise
        except Exception as error:
            return self._failed(error)
        path = self._wanted.path
        sha = hash_of(path) if path else None
        return Output(format=self._name, path=path, state="written", sha256=sha)

    def abandon(self, error: BaseException) -> None:
        """Discard the collection because of ``error``."""
        self._stack.__exit__(type(error), error, error.__traceback__)

    @property
    def _name(self) -> str:
        return self._wanted.format.descriptor.name

    def _failed(self, error: Exception) -> Output:
        return Output(format=self._name, path=self._wanted.path, state="failed", error=error)


@contextmanager
def collecting(wanted: Sequence[CollectorTarget], plugins: PluginHost) -> Iterator[list[Pending]]:
    """What cables are added to in the block; an exception throws all of it away."""
    collections = [_pending(each, plugins) for each in wanted]
    try:
        yield collections
    except BaseException as error:
        for each in collections:
            each.abandon(error)
        raise


def _pending(wanted: CollectorTarget, plugins: PluginHost) -> Pending:
    if wanted.adds and wanted.path is not None:
        return PendingAddition(wanted, wanted.path, plugins)
    return PendingCollection(wanted, plugins)
