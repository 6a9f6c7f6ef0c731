"""Finds finished work: input, program and options are unchanged, and so is the result.

An edited result counts as finished as well: it is kept and reported.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from cableconv.corpus.earlier import Earlier, hash_of
from cableconv.corpus.items import digest
from cableconv.corpus.manifest import Row, RowOutput, input_name
from cableconv.corpus.outcomes import Outcome
from cableconv.corpus.recording import Maker
from cableconv.corpus.results import Output
from cableconv.corpus.work import Piece
from cableconv.input.files import Input
from cableconv.output.targets import Target


class Resume:
    """Finds what an earlier run has done; ``makers`` are the formats of this one, in order.

    ``collects``: every cable is read again anyway, for formats that hold many.
    """

    def __init__(self, earlier: Earlier, makers: Sequence[Maker], collects: bool) -> None:
        self._earlier = earlier
        self._makers = makers
        self._collects = collects

    def input_done(
        self, task: int, source: Input, targets: Sequence[Target]
    ) -> tuple[Outcome, ...] | None:
        """Return the outcomes of a file, if all its cables are done; else ``None``."""
        if source.path is None or self._collects:
            return None
        found = self._earlier.rows_of(input_name(source, self._earlier.manifest))
        if not found or found[0].sha256 != hash_of(source.path):
            return None
        done = [self._outputs(row, targets) for row in found]
        if any(outputs is None for outputs in done):
            return None
        return tuple(
            _outcome(task, source, row, outputs or ())
            for row, outputs in zip(found, done, strict=True)
        )

    def without_done(self, piece: Piece, targets: Sequence[Target]) -> Piece:
        """Return a piece without finished outputs, or only for its tree, if that is needed.

        It is a cable that was read from a larger file.
        """
        item = piece.item
        if item is None or item.found is None:
            return piece
        sha = digest(item.found)
        row = self._earlier.row(input_name(piece.source, self._earlier.manifest), item.position)
        outputs = self._outputs(row, targets) if row and row.sha256 == sha else None
        if row is None or outputs is None:
            return piece
        if self._collects:
            return replace(piece, wanted=(False,) * len(targets), ready=outputs)
        return replace(
            piece, item=None, outcomes=(_outcome(piece.task, piece.source, row, outputs),)
        )

    def _outputs(self, row: Row, targets: Sequence[Target]) -> tuple[Output, ...] | None:
        if row.error or row.refused or row.duplicate or row.joined:
            return None
        outputs: list[Output] = []
        for maker, target in zip(self._makers, targets, strict=True):
            made = next((each for each in row.outputs if maker.has_made(each)), None)
            output = None if made is None else self._output(made, target, row.position)
            if output is None:
                return None
            outputs.append(output)
        return tuple(outputs)

    def _output(self, made: RowOutput, target: Target, position: int | None) -> Output | None:
        """Return the output if it exists, unchanged or edited; ``None`` if it must be written."""
        if made.path is None or target.path is None:
            return None
        path = self._place(made.path)
        if position is None and not target.by_name and path.absolute() != target.path.absolute():
            return None
        sha = hash_of(path)
        if sha is None:
            return None
        if sha == made.sha256:
            return Output(format=made.format, path=path, state="unchanged", sha256=sha)
        if self._earlier.is_edited(path):
            return Output(format=made.format, path=path, state="edited", sha256=made.sha256)
        return None

    def _place(self, path: str) -> Path:
        return Path(os.path.normpath(self._earlier.manifest.parent / path))


def _outcome(task: int, source: Input, row: Row, outputs: tuple[Output, ...]) -> Outcome:
    return Outcome(
        task=task,
        source=replace(source, member=row.member),
        row=row.row,
        position=row.position,
        sha256=row.sha256,
        key=row.id,
        ready=outputs,
    )
