"""Where each result goes, told in the order of the inputs, so that no name depends on speed."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from cableconv.corpus.outcomes import Encoded, Outcome
from cableconv.corpus.results import Output
from cableconv.errors import OutputError
from cableconv.output import files
from cableconv.output.failures import RunEndedError
from cableconv.output.handover import put_in_place
from cableconv.output.standard_output import write_stdout
from cableconv.output.targets import Identity, Target, identity, one_of_several


class Placing:
    """Puts results in place; remembers what this run has written."""

    def __init__(self, no_clobber: bool = False) -> None:
        self._no_clobber = no_clobber
        self._written: set[Identity | None] = set()

    def keeps(self, target: Target) -> bool:
        """Whether an older result stays, as ``no_clobber`` asks."""
        return self._no_clobber and target.path is not None and bool(identity(target.path))

    def placed(self, target: Target, outcome: Outcome) -> Target:
        """The target of one cable; a single one has its input's, no two have the same."""
        key, position = outcome.key, outcome.position
        if position is None or target.path is None:
            return target
        path = one_of_several(target.path, target.format.ending, key, None)
        if not key or self._is_taken(path):
            path = one_of_several(target.path, target.format.ending, key, position)
        return target._replace(path=path)

    def put(self, made: Encoded | Exception, target: Target) -> Output:
        """Put one result where it belongs, and say what became of it.

        Raises:
            RunEndedError: nothing more can be written, or nobody reads it any more.
        """
        output = Output(format=target.format.name, path=target.path, state="failed")
        if isinstance(made, RunEndedError):
            raise made
        if isinstance(made, Exception):
            return replace(output, error=made)
        if self.keeps(target):
            return replace(output, state="kept")
        try:
            self._write(made, target.path)
        except RunEndedError:
            raise
        except Exception as error:
            return replace(output, error=error)
        return replace(output, state="written", sha256=made.sha256)

    def _write(self, made: Encoded, path: Path | None) -> None:
        if path is None:
            write_stdout(made.data or b"")
            return
        if self._is_taken(path):
            # Names that differ in case only, where the file system takes them for one.
            raise OutputError("another result has just been written there.", path=path)
        if made.draft is not None:
            put_in_place(made.draft, path)
        else:
            files.write(path, made.data or b"")
        self._written.add(identity(path))

    def _is_taken(self, path: Path) -> bool:
        """Whether this run has written there, under this name or another."""
        place = identity(path)
        return place is not None and place in self._written
