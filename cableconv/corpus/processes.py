"""Workers that are processes: on this machine, or of a cluster that Dask schedules."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from importlib import import_module
from threading import Thread

from cableconv.corpus.staff import Staff
from cableconv.errors import UsageError

_PRELOADED = ("cableconv.corpus.work", "cableconv.parser")
"""What the process that workers are forked from imports once for all."""


def staff_of_processes(jobs: int | None = None) -> Staff:
    """Workers on this machine; as many as there are cores if nothing else is said."""
    number = jobs or cores()
    return Staff(partial(_pool, number), number)


def staff_of(executor: Executor) -> Staff:
    """The workers of an executor that somebody else has made, and ends."""
    client = getattr(executor, "_client", None)  # Dask's
    threads = sum(client.nthreads().values()) if client is not None else None
    number = threads or getattr(executor, "_max_workers", None) or cores()
    return Staff(lambda: executor, number, ends=False)


PATIENCE = "10s"
"""How long a scheduler may take to answer."""


def cluster(address: str) -> Executor:
    """The workers of a Dask scheduler, as ``tcp://host:8786``.

    They open inputs and write drafts by path, on storage that all share.

    Raises:
        UsageError: Dask is not installed, or no scheduler answers there.
    """
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise UsageError(
            "--scheduler needs Dask, which is not installed",
            hint="pip install 'cableconv[dask]'",
        ) from error
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"no scheduler of Dask answers at {address}: {error}") from error
    executor: Executor = client.get_executor(pure=False, retries=0)
    return executor


def _pool(jobs: int) -> Executor:
    """Processes forked from a server without threads, where the system has that.

    That is safe where a fork of this process is not, and faster than a start from nothing.
    """
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload([*_PRELOADED])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)


def cores() -> int:
    """The cores that this process may use."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _begin() -> None:
    """In a new worker: the keyboard stops the main process alone, and its end is the worker's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A pool's workers wait for ever where the main process was killed; nobody would end them."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
