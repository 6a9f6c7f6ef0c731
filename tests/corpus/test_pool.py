"""A pool notices a worker's end at any moment."""

from __future__ import annotations

import os
import signal
import struct
import sys
from concurrent.futures import BrokenExecutor
from importlib import import_module

import pytest

from cableconv.corpus.processes import staff_of_processes
from cableconv.corpus.stop_signals import held_back


def send_half() -> None:
    """Send a part of a result, as a worker that is killed in the middle of it."""
    results = sys._getframe(1).f_locals["result_queue"]
    os.write(results._writer.fileno(), struct.pack("!i", 100) + b"half")
    os._exit(9)


def held_back_there() -> set[int]:
    """Return the signals that a worker holds back."""
    return set(signal.pthread_sigmask(signal.SIG_BLOCK, ()))


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
@pytest.mark.parametrize("others", [0, 1])
def test_a_worker_that_dies_while_it_sends_breaks_the_pool(others: int) -> None:
    make = staff_of_processes(1 + others).make
    assert make is not None
    with make() as pool:
        for _ in range(others):
            assert pool.submit(os.getpid).result(timeout=30)
        with pytest.raises(BrokenExecutor):
            pool.submit(send_half).result(timeout=30)


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
def test_workers_of_a_server_that_was_started_again_can_be_ended() -> None:
    make = staff_of_processes(1).make
    assert make is not None
    with held_back():
        import_module("multiprocessing.forkserver")._forkserver._stop()
        with make() as pool:
            assert pool.submit(held_back_there).result(timeout=30) == set()


def test_work_goes_on_while_workers_live() -> None:
    make = staff_of_processes(2).make
    assert make is not None
    with make() as pool:
        assert list(pool.map(abs, range(-50, 0))) == list(range(50, 0, -1))
