"""Two invented cables, every sample tree, and a way to write them as tables."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import cableconv
import pytest
from cableconv import Cable
from cableconv.testing import sample_trees
from table_cables import OSLO, STATE, Collect


@pytest.fixture(scope="session")
def few() -> list[Cable]:
    """Two cables, the first of which cites the second."""
    return [cableconv.parse(text) for text in (OSLO, STATE)]


@pytest.fixture(scope="session")
def samples() -> list[Cable]:
    """Every sample tree, from small to nasty."""
    return list(sample_trees().values())


@pytest.fixture
def collect(tmp_path: Path) -> Collect:
    """Writes cables as a table of that format."""

    def written(cables: Iterable[Cable], to: str) -> Path:
        target = tmp_path / f"cables.{to}"
        cableconv.collect(cables, target, to=to)
        return target

    return written
