"""From the outcome of a cable to its result: moved into place, collected, and recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from cableconv.corpus.collecting import Pending
from cableconv.corpus.outcomes import Encoded, Outcome
from cableconv.corpus.placing import Placing
from cableconv.corpus.recording import Record
from cableconv.corpus.results import Output, Result
from cableconv.output.targets import Target


class Chooser(Protocol):
    """Selects one of several sources of the same cable."""

    def takes(self, outcome: Outcome) -> bool:
        """Whether to write this one."""


class Settling:
    """Handles outcomes in the order of the inputs, which alone determines names and contents."""

    def __init__(
        self,
        placing: Placing,
        collections: Sequence[Pending],
        record: Record,
        chosen: Chooser | None = None,
    ) -> None:
        self._placing = placing
        self._collections = collections
        self._record = record
        self._chosen = chosen

    def settled(self, outcome: Outcome, targets: Sequence[Target]) -> Result:
        """Return the result of a cable, which is recorded before anything is moved.

        Raises:
            RunEndedError: output is no longer possible, or its reader has closed the pipe.
            OutputError: the manifest cannot be written.
        """
        if outcome.joined is not None:
            result = _result(outcome, [])
            self._record.add(result)
            return result
        if self._chosen is not None and not self._chosen.takes(outcome):
            result = replace(_result(outcome, []), duplicate=True)
            self._record.add(result)
            return result
        made = [
            (each, self._placing.intended(each, self._placing.placed(target, outcome)))
            for target, each in zip(targets, outcome.made, strict=False)
            if each is not None
        ]
        intended = _result(outcome, [output for _, output in made])
        self._record.add(intended)
        outputs = [*(self._put(each, output) for each, output in made), *self._collected(outcome)]
        result = _result(outcome, outputs)
        if result != intended:
            self._record.add(result)
        return result

    def _put(self, made: Encoded | Exception, output: Output) -> Output:
        if isinstance(made, Exception) or output.state != "written":
            return output
        return self._placing.put(made, output)

    def _collected(self, outcome: Outcome) -> Iterator[Output]:
        """Pass the cable to the collectors, and yield their failures."""
        for collection, prepared in zip(self._collections, outcome.prepared, strict=False):
            if failed := collection.add(prepared, outcome):
                yield failed


def _result(outcome: Outcome, outputs: Sequence[Output]) -> Result:
    return Result(
        source=outcome.source,
        row=outcome.row,
        position=outcome.position,
        cables=outcome.cables,
        key=outcome.key,
        joined=outcome.joined,
        sha256=outcome.sha256,
        outputs=(*outcome.ready, *outputs),
        diagnostics=outcome.diagnostics,
        losses=outcome.losses,
        refused=outcome.refused,
        error=outcome.error,
    )


def finished(collections: Sequence[Pending], record: Record) -> Iterator[Result]:
    """The results of formats that hold many, each put in place now."""
    for collection in collections:
        if output := collection.finish():
            result = Result(outputs=(output,))
            record.add(result)
            yield result
