"""A pool of worker processes that is told of every worker's end."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Any

_PATIENCE = 1.0
"""Seconds in which the pool itself notices that a worker has ended."""


class Pool(ProcessPoolExecutor):
    """A process pool that does not wait for the rest of a result whose sender was killed.

    That would never come, while the pipe is open at its other end: in this process, and in the
    other workers.
    """

    _watcher: Thread | None = None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Give a call to a worker; the first one starts the watch."""
        future = super().submit(fn, *args, **kwargs)
        if self._watcher is None and os.name == "posix":
            parts = (self._executor_manager_thread, self._processes, self._result_queue)
            self._watcher = Thread(target=_watch, args=parts, daemon=True)
            self._watcher.start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the pool, and then the watch.

        This thread lets go of the pool's semaphores last: the watch may be stopped at Python's exit
        while it removes them, and Python's tracker then warns of a leak.
        """
        held = self._executor_manager_thread
        super().shutdown(wait=wait, cancel_futures=cancel_futures)
        if wait and self._watcher is not None:
            self._watcher.join(_PATIENCE)
        del held


def _watch(manager: Thread, workers: Mapping[int, BaseProcess], results: Any) -> None:
    """End all workers when one has ended, if the pool's own thread does not, as it is reading."""
    while manager.is_alive():
        present = {each.sentinel: each for each in list(workers.values())}
        if not present:
            return
        ended = wait(list(present), _PATIENCE)
        if not ended:
            continue
        manager.join(_PATIENCE)
        if manager.is_alive():
            ended = wait(list(present), 0)
            for sentinel in present.keys() - set(ended):
                present[sentinel].kill()
            _close_pipe(results._writer)
            return


def _close_pipe(writer: Connection) -> None:
    """Let the last writer go, so that reading ends; its owner closes the number again."""
    with Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), writer.fileno())
