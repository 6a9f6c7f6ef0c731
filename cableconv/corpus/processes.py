"""Worker processes: on this machine, or of a cluster managed by Dask."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import suppress
from functools import partial
from importlib import import_module
from multiprocessing.context import BaseContext
from threading import Thread

from cableconv.corpus.pool import Pool
from cableconv.corpus.staff import Staff
from cableconv.corpus.stop_signals import KEYBOARD, TERMINAL, held_back, ignore_keyboard
from cableconv.errors import UsageError
from cableconv.extras import missing
from cableconv.output.messages import unfailing

_PRELOADED = ("cableconv.corpus.work", "cableconv.parser")
"""Modules that the fork server imports once for all workers."""


def staff_of_processes(jobs: int | None = None) -> Staff:
    """Return workers on this machine, by default as many as there are cores.

    They are forked from a server without threads, if the system supports it: that is safer than
    forking this process, and faster than starting new interpreters.  The server is started here, as
    it imports for a while in which this process has other things to do.
    """
    number = jobs or cores()
    context = multiprocessing.get_context("forkserver" if _starts_server() else "spawn")
    return Staff(partial(_pool, number, context), number)


def _starts_server() -> bool:
    """Start the fork server, and return whether there is one.

    There is none without Unix sockets, or if the path of the temporary folder is too long for the
    name of one: about a hundred characters.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return False
    multiprocessing.get_context("forkserver").set_forkserver_preload([*_PRELOADED])
    with held_back(TERMINAL):  # which Python's tracker of semaphores does not ignore
        import_module("multiprocessing.resource_tracker").ensure_running()
    with held_back(KEYBOARD), suppress(OSError):  # which it ignores only after its imports
        import_module("multiprocessing.forkserver").ensure_running()
        return True
    return False


def staff_of(executor: Executor) -> Staff:
    """Return the workers of an executor that belongs to the caller."""
    client = getattr(executor, "_client", None)  # Dask's
    threads = sum(client.nthreads().values()) if client is not None else None
    number = threads or getattr(executor, "_max_workers", None) or cores()
    return Staff(lambda: executor, number, ends=False)


PATIENCE = "10s"
"""The longest time to wait for a scheduler's answer."""


def cluster(address: str) -> Executor:
    """Connect to the workers of a Dask scheduler, such as ``tcp://host:8786``.

    They open inputs and write drafts by path, on shared storage.

    Raises:
        UsageError: Dask is not installed, or the scheduler does not answer.
    """
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise missing("--scheduler needs Dask, which is not installed", "dask") from error
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"no Dask scheduler answers at {address}: {error}") from error
    executor: Executor = client.get_executor(pure=False, retries=0)
    return executor


def _pool(jobs: int, context: BaseContext) -> Executor:
    return Pool(jobs, mp_context=context, initializer=_begin, initargs=gc.get_threshold())


def cores() -> int:
    """Return the number of cores that this process may use."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _begin(*collected_after: int) -> None:
    """Initialise a worker: it ignores the keyboard, ends with the main process, and may print
    where nobody reads.

    It collects garbage as seldom as that (``collected_after``), and never what it begins with.
    """
    gc.set_threshold(*collected_after)
    gc.freeze()
    ignore_keyboard()
    sys.stdout, sys.stderr = unfailing(sys.stdout), unfailing(sys.stderr)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End with the main process: a pool's workers would wait for ever if that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
