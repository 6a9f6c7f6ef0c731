"""Distributes the work: chunks to the workers of an executor, results back in order.

An executor is anything with the interface of ``concurrent.futures.Executor``.  At most one more
than twice as many chunks as workers are in progress, so that nothing piles up if one side is
slower.  A worker that dies loses the results of its chunk, and in a process pool those of all
chunks: each of them is retried alone, and one that kills its worker again is halved until the
piece responsible is isolated.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress

from cableconv.corpus.outcomes import Outcome
from cableconv.corpus.staff import MakeExecutor, Staff
from cableconv.corpus.stop_signals import held_back
from cableconv.corpus.work import Chunk, Done, Piece, work
from cableconv.errors import CableconvError

_Sent = tuple[Chunk, Future[Done]]


class LostWorkerError(CableconvError):
    """A process died while it worked on a cable: killed, or out of memory."""


class Workers:
    """The workers of a staff; a broken executor is replaced."""

    def __init__(self, make: MakeExecutor, staff: Staff) -> None:
        self._make = make
        self._ends = staff.ends
        self._executor: Executor | None = None
        self._most = 2 * staff.jobs + 1

    def results(self, chunks: Iterator[Chunk]) -> Generator[Done]:
        """Yield the results of each chunk in order; at the end, unfinished ones are discarded."""
        sent: deque[_Sent] = deque()
        try:
            for chunk in chunks:
                sent.append((chunk, self._send(chunk)))
                if len(sent) == self._most:
                    yield from self._next(sent)
            while sent:
                yield from self._next(sent)
        finally:
            self._end(sent)

    def _next(self, sent: deque[_Sent]) -> Iterator[Done]:
        """Yield the results of the first chunk; if they are lost, of all in progress."""
        chunk, future = sent[0]
        done = _result(future)
        if done is not None:
            sent.popleft()
            yield done
            return
        while sent:
            chunk, future = sent[0]
            saved = _result(future) if future.done() else None
            sent.popleft()
            yield from [saved] if saved else self._alone(chunk)

    def _alone(self, chunk: Chunk) -> Iterator[Done]:
        """Yield a chunk's results with no other in progress, to find the one that kills workers."""
        future = self._send(chunk)
        done = _result(future)
        if done is not None:
            yield done
        elif len(chunk.pieces) == 1:
            yield _lost(chunk.pieces[0], future.exception())
        else:
            half = len(chunk.pieces) // 2
            yield from self._alone(Chunk(chunk.job, chunk.pieces[:half]))
            yield from self._alone(Chunk(chunk.job, chunk.pieces[half:]))

    def _send(self, chunk: Chunk) -> Future[Done]:
        """Send a chunk; a signal arrives afterwards, as a worker that has half begun fails loudly
        when its pool is gone.
        """
        packed = pickle.dumps(chunk)
        with held_back():
            try:
                return self._pool().submit(work, packed)
            except BrokenExecutor:
                self._pool().shutdown(wait=False, cancel_futures=True)
                self._executor = None
                return self._pool().submit(work, packed)

    def _pool(self) -> Executor:
        if self._executor is None:
            self._executor = self._make()
        return self._executor

    def _end(self, sent: deque[_Sent]) -> None:
        """Cancel what has not begun, and wait for the rest."""
        for _, future in sent:
            future.cancel()
        if self._executor is not None and self._ends:
            with suppress(Exception):
                self._executor.shutdown(wait=True, cancel_futures=True)


def _result(future: Future[Done]) -> Done | None:
    """Return a worker's result for a chunk; ``None`` if it was lost for any reason."""
    try:
        return future.result()
    except Exception:
        return None


def _lost(piece: Piece, reason: BaseException | None) -> Done:
    error = LostWorkerError(
        f"the process that worked on it ended ({type(reason).__name__})",
        path=piece.source.name,
        hint="try it alone, with --jobs 1.",
    )
    return Done((Outcome(task=piece.task, source=piece.source, error=error),))
