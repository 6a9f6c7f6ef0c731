"""Two invented cables, every sample tree, and a function that writes tables."""

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
    """Return two cables, the first of which cites the second."""
    return [cableconv.parse(text) for text in (OSLO, STATE)]


@pytest.fixture(scope="session")
def samples() -> list[Cable]:
    """Return every sample tree, from small to adversarial."""
    return list(sample_trees().values())


@pytest.fixture
def collect(tmp_path: Path) -> Collect:
    """Return a function that writes cables as a table of a format."""

    def written(cables: Iterable[Cable], to: str) -> Path:
        target = tmp_path / f"cables.{to}"
        cableconv.collect(cables, target, to=to)
        return target

    return written
