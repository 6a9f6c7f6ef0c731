"""A cable has the same id, date, origin, tags and subject in every container."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import damage
import pytest
from containing import CONTAINERS
from hypothesis import given
from real_cables import real_texts, sample_or_all
from whole_telegrams import whole_telegrams

import cableconv

EXAMPLES = Path(__file__).parents[2] / "examples" / "cables"
every_container = pytest.mark.parametrize("name", CONTAINERS)


@lru_cache(maxsize=100)  # the same text is read from every container
def identity(text: str) -> dict[str, Any]:
    """Return id, date, origin, tags and subject of a text's cable."""
    return damage.identity(cableconv.parse(text, reader="telegram").to_dict())


def differs(path: Path, name: str, folder: Path) -> str | None:
    """Return how the tree of a text differs in that container; None if it does not."""
    text = path.read_text(encoding="utf-8", errors="replace")
    (folder / name).write_text(CONTAINERS[name](text), encoding="utf-8")
    bare = identity(text)
    found = [damage.identity(cable.to_dict()) for cable in cableconv.read(folder / name)]
    return None if found == [bare] else f"{path.name}: {found} for {bare}"


@every_container
def test_an_example_is_the_same_cable_in_a_container(name: str, tmp_path: Path) -> None:
    found = [differs(path, name, tmp_path) for path in sorted(EXAMPLES.glob("*.txt"))]
    assert [wrong for wrong in found if wrong] == []


@given(whole_telegrams())
def test_a_whole_telegram_is_the_same_in_any_container(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cable.txt"
        path.write_text(text, encoding="utf-8")
        found = [differs(path, name, path.parent) for name in CONTAINERS]
        assert [wrong for wrong in found if wrong] == []


@every_container
@sample_or_all
def test_a_real_cable_is_the_same_in_a_container(name: str, step: int, tmp_path: Path) -> None:
    found = [differs(path, name, tmp_path) for path in real_texts(step)]
    assert sum(wrong is not None for wrong in found) <= len(found) / 50, found[:5]
