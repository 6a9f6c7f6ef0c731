"""Tests of worker processes."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from cableconv.corpus.processes import staff_of_processes


@pytest.fixture
def rarely() -> Iterator[tuple[int, int, int]]:
    """Let this process collect garbage rarely, as the command line does."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 7, 5)
    yield gc.get_threshold()
    gc.set_threshold(*before)


def test_workers_collect_garbage_as_seldom_as_their_main_process(
    rarely: tuple[int, int, int],
) -> None:
    make = staff_of_processes(1).make
    assert make is not None
    with make() as executor:
        assert executor.submit(gc.get_threshold).result() == rarely
