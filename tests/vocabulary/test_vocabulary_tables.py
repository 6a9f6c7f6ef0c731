"""The tables of the vocabulary are read as the module csv reads them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cableconv.vocabulary import tables

FILES = sorted(Path(tables.__file__).parent.glob("*.csv"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_table_is_read_as_csv(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as lines:
        assert tables.rows(file.stem) == tuple(csv.DictReader(lines))
