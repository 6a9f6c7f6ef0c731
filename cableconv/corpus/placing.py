"""Where each result goes, told in the order of the inputs, so that no name depends on speed."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from cableconv.corpus.edits import Edits
from cableconv.corpus.outcomes import Encoded, Outcome
from cableconv.corpus.results import Output
from cableconv.output import files
from cableconv.output.failures import RunEndedError
from cableconv.output.handover import put_in_place
from cableconv.output.standard_output import write_stdout
from cableconv.output.targets import Target, identity, one_of_several
from cableconv.output.written import Written


class Placing:
    """Puts results in place; remembers what this run has written."""

    def __init__(self, edits: Edits, no_clobber: bool = False) -> None:
        self._edits = edits
        self._no_clobber = no_clobber
        self.written = Written()

    def keeps(self, target: Target) -> bool:
        """Whether an older result stays, as ``no_clobber`` asks."""
        return self._no_clobber and target.path is not None and bool(identity(target.path))

    def placed(self, target: Target, outcome: Outcome) -> Target:
        """The target of one cable; a single one has its input's, no two have the same."""
        key, position = outcome.key, outcome.position
        if position is None or target.path is None:
            return target
        path = one_of_several(target.path, target.format.ending, key, None)
        if not key or self.written.has_name(path):
            path = one_of_several(target.path, target.format.ending, key, position)
        return target._replace(path=path)

    def intended(self, made: Encoded | Exception, target: Target) -> Output:
        """What will become of a result; nothing is written yet.

        Raises:
            RunEndedError: a worker found that nothing more can be written.
        """
        output = Output(format=target.format.name, path=target.path, state="written")
        if isinstance(made, RunEndedError):
            raise made
        if isinstance(made, Exception):
            return replace(output, state="failed", error=made)
        if self.keeps(target):
            return replace(output, state="kept")
        output = replace(output, sha256=made.sha256)
        return replace(output, state="edited") if self._edits.are_at(target.path) else output

    def put(self, made: Encoded, output: Output) -> Output:
        """Put one result where it is intended to be; what became of it.

        Raises:
            RunEndedError: nothing more can be written, or nobody reads it any more.
        """
        try:
            self._write(made, output.path)
        except RunEndedError:
            raise
        except Exception as error:
            return replace(output, state="failed", error=error)
        return output

    def _write(self, made: Encoded, path: Path | None) -> None:
        if path is None:
            write_stdout(made.data or b"")
            return
        self.written.refuse(path)
        if made.draft is not None:
            put_in_place(made.draft, path)
        else:
            files.write(path, made.data or b"")
        self.written.add(path)
