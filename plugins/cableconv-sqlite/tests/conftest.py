"""A database of a few invented cables, and one of every sample tree."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import cableconv
import pytest
from cableconv import Cable
from cableconv.testing import sample_trees
from sqlite_cables import OSLO, STATE, collect


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database of two cables, the first of which cites the second."""
    cables = map(cableconv.parse, (OSLO, STATE))
    return collect(cables, tmp_path_factory.mktemp("few") / "cables.sqlite")


@pytest.fixture(scope="session")
def samples() -> list[Cable]:
    """Return every sample tree, from small to adversarial."""
    return list(sample_trees().values())


@pytest.fixture
def ask(database: Path) -> Iterator[Callable[..., list[tuple[object, ...]]]]:
    """Return a function that queries the database of two cables."""
    with closing(sqlite3.connect(database)) as connection:
        yield lambda sql, *values: connection.execute(sql, values).fetchall()
