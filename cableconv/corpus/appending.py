"""Formats of many cables that are added to: all that a run brings goes in at its end, or nothing.

Which of the cables there come again is known when the run has seen all of its own, so these wait
in a file that has no name.
"""

from __future__ import annotations

import pickle
from pathlib import Path

from cableconv.corpus.earlier import hash_of
from cableconv.corpus.manifest import short_hash
from cableconv.corpus.outcomes import Outcome
from cableconv.corpus.prepared import sent, taken
from cableconv.corpus.results import Output
from cableconv.corpus.spool import Spool
from cableconv.corpus.targets import CollectorTarget
from cableconv.output.failures import RunEndedError
from cableconv.output.numbers import Numbers
from cableconv.plugins.host import PluginHost


class PendingAddition:
    """Cables that will be added to what is there; it stays as it is until ``finish``."""

    def __init__(self, wanted: CollectorTarget, path: Path, plugins: PluginHost) -> None:
        self._wanted = wanted
        self._path = path
        self._plugins = plugins
        self._waiting: Spool | None = None
        self._coming = Numbers()

    def add(self, prepared: object, outcome: Outcome) -> Output | None:
        """Take one more cable in; RunEndedError if there is no room to keep it.

        That it could not be prepared is kept too, since then nothing is added.
        """
        if self._waiting is None:
            self._waiting = Spool(self._path)
        self._waiting.add(pickle.dumps((outcome.key, sent(prepared))))
        self._coming.add(short_hash(outcome.identity))
        return None

    def finish(self) -> Output | None:
        """Add all of them, or none if one cannot be; ``None`` if there are none."""
        if self._waiting is None:
            return None
        name = self._wanted.format.descriptor.name
        try:
            self._add_all(self._waiting)
        except RunEndedError:
            raise
        except Exception as error:
            return self._wanted.failed(error)
        finally:
            self._waiting.close()
        sha = hash_of(self._path)
        return Output(format=name, path=self._path, state="written", sha256=sha)

    def abandon(self, error: BaseException) -> None:
        """Forget them."""
        if self._waiting is not None:
            self._waiting.close()

    def _add_all(self, cables: Spool) -> None:
        chosen = self._wanted.format
        with self._plugins.collection(
            chosen.descriptor, self._path, chosen.options, self._comes_again
        ) as collection:
            for each in cables:
                key, prepared = pickle.loads(each)
                collection.add_prepared(taken(prepared), key)

    def _comes_again(self, identity: str) -> bool:
        return short_hash(identity) in self._coming
