"""The place of each result, decided in the order of inputs, so names do not depend on speed."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, partial
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from cableconv.corpus.edits import Edits
from cableconv.corpus.outcomes import Encoded, Outcome
from cableconv.corpus.plan import Plan
from cableconv.corpus.results import Output
from cableconv.errors import OutputError
from cableconv.output import files
from cableconv.output.failures import RunEndedError
from cableconv.output.handover import put_in_place
from cableconv.output.standard_output import write_stdout
from cableconv.output.targets import Identity, Target, identity, one_of_several, safe_key
from cableconv.output.written import Written


class Placing:
    """Moves results into place, and remembers what this run has written."""

    def __init__(self, edits: Edits, plan: Plan) -> None:
        self._edits = edits
        self._no_clobber = plan.keeping.no_clobber
        self._by_key = plan.fills_folder
        self._sources = plan.inputs
        self._numbers: defaultdict[Path, count[int]] = defaultdict(partial(count, 2))
        self.written = Written()

    @cached_property
    def _inputs(self) -> frozenset[Identity | None]:
        """The identities of the input files, none of which a result may replace."""
        return frozenset(identity(source.path) for source in self._sources) - {None}

    def keeps(self, target: Target) -> bool:
        """Whether an older result is kept because of ``no_clobber``."""
        return self._no_clobber and target.path is not None and bool(identity(target.path))

    def placed(self, target: Target, outcome: Outcome) -> Target:
        """Return a unique target for one cable; the only cable of an input takes the input's."""
        if target.path is None:
            return target
        path = self._wanted(target, outcome)
        if outcome.position is not None and not target.by_name and self.written.has_name(path):
            path = one_of_several(target.path, target.format.ending, outcome.key, outcome.position)
        is_ours = self.written.is_ours(path)
        if is_ours or (target.by_name and self.written.has_name(path)):
            path = self._free(path, target.format.ending)
        return replace(target, path=path)

    def _wanted(self, target: Target, outcome: Outcome) -> Path:
        """Return the path of a result, if no other has it."""
        path, ending = target.path or Path(), target.format.ending
        if target.by_name:
            return path / f"{outcome.name}{ending}"
        if outcome.position is None:
            return path
        if self._by_key and outcome.key:
            return path.with_name(f"{safe_key(outcome.key)}{ending}")
        position = None if outcome.key else outcome.position
        return one_of_several(path, ending, outcome.key, position)

    def _free(self, path: Path, ending: str) -> Path:
        """Return the first unused name with a number."""
        stem = path.name.removesuffix(ending)
        numbers = self._numbers[path]
        names = (path.with_name(f"{stem}.{number}{ending}") for number in numbers)
        return next(name for name in names if not self.written.has_name(name))

    def intended(self, made: Encoded | Exception, target: Target) -> Output:
        """Return the intended output of a result; nothing is written yet.

        Raises:
            RunEndedError: a worker found that output is no longer possible.
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
        """Write one result to its intended place, and return the outcome.

        Raises:
            RunEndedError: output is no longer possible, or its reader has closed the pipe.
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
        if identity(path) in self._inputs:
            raise OutputError(
                "is an input, and inputs are never overwritten",
                path=path,
                hint="name another output with -o.",
            )
        if made.draft is not None:
            put_in_place(made.draft, path)
        else:
            files.write(path, made.data or b"")
        self.written.add(path)
