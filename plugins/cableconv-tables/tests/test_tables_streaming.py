"""The memory for writing a table does not depend on the number of cables."""

from __future__ import annotations

import itertools
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import cableconv
import pyarrow
import pytest
from cableconv import Cable
from cableconv.cable import Paragraph
from pyarrow import parquet

TEXTS = itertools.cycle(f"{number} geese. " * 1_000 for number in range(10))


def cables(number: int) -> Iterator[Cable]:
    """Yield that many cables, each with about ten kilobytes of text."""
    for serial, text in zip(range(number), TEXTS, strict=False):
        yield Cable(id=f"08OSLO{serial}", body=(Paragraph(text=text),))


def peak(number: int, form: str, folder: Path) -> int:
    """Return the maximum of Python's memory, in bytes, while that many cables are written."""
    tracemalloc.start()
    try:
        cableconv.collect(cables(number), folder / f"{number}.{form}", to=form)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_memory_does_not_grow(form: str, tmp_path: Path) -> None:
    peak(10, form, tmp_path)
    assert peak(400, form, tmp_path) < 1.2 * peak(100, form, tmp_path) + 300_000


def test_parquet_keeps_one_group_of_rows(tmp_path: Path) -> None:
    before = pyarrow.total_allocated_bytes()
    most = 0

    def watched() -> Iterator[Cable]:
        nonlocal most
        for cable in cables(1_200):
            yield cable
            most = max(most, pyarrow.total_allocated_bytes() - before)

    target = tmp_path / "cables.parquet"
    cableconv.collect(watched(), target, to="parquet")
    found = parquet.ParquetFile(target).metadata
    assert (found.num_rows, found.num_row_groups) == (1_200, 2)
    assert most < 64 << 20
