"""Formats that hold all cables of a run: opened with the first cable, finished at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Protocol

from cableconv.corpus.earlier import hash_of
from cableconv.corpus.outcomes import Outcome
from cableconv.corpus.prepared import taken
from cableconv.corpus.results import Output
from cableconv.corpus.targets import CollectorTarget
from cableconv.output.failures import RunEndedError
from cableconv.plugins.host import PluginHost
from cableconv.plugins.invoke import OpenCollection


class Pending(Protocol):
    """What cables of a run are added to; what is at its place changes in ``finish`` alone."""

    def add(self, prepared: object, outcome: Outcome) -> Output | None:
        """Take in a cable as the outcome has it for this result; return the failure, if any."""

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
        self._collection: OpenCollection | None = None

    def add(self, prepared: object, outcome: Outcome) -> Output | None:
        """Add one cable; return the failure, if there is one."""
        try:
            value = taken(prepared)
            if self._collection is None:
                chosen = self._wanted.format
                opened = self._plugins.collection(
                    chosen.descriptor, self._wanted.path, chosen.options
                )
                self._collection = self._stack.enter_context(opened)
            self._collection.add_prepared(value, outcome.key)
        except RunEndedError:
            raise
        except Exception as error:
            return self._wanted.failed(error)
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
            return self._wanted.failed(error)
        path = self._wanted.path
        sha = hash_of(path) if path else None
        name = self._wanted.format.descriptor.name
        return Output(format=name, path=path, state="written", sha256=sha)

    def abandon(self, error: BaseException) -> None:
        """Discard the collection because of ``error``."""
        self._stack.__exit__(type(error), error, error.__traceback__)


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
        from cableconv.corpus.appending import PendingAddition

        return PendingAddition(wanted, wanted.path, plugins)
    return PendingCollection(wanted, plugins)
