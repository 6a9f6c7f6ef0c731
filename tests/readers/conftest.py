"""What the tests of readers compare by."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cableconv
from cableconv.cable import Cable

_OF_THE_CONTAINER = {"span", "source", "diagnostics", "parts"}


@pytest.fixture
def shared() -> Path:
    """Real cables in several forms; they are not part of the project."""
    folder = Path(__file__).parents[3] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the real cables are not here")
    return folder


@pytest.fixture
def same_tree():
    """Asserts that two cables (or files) give one tree, the container's own aside.

    A partial extract prints no year, so the ids of its references may be the container's.
    """

    def check(one: Cable | Path, other: Cable | Path) -> None:
        first, second = (_tree(each) for each in (one, other))
        if second["date"] is None:
            for reference in (*first["references"], *second["references"]):
                reference.pop("id")
        assert first == second, one if isinstance(one, Path) else one.key

    return check


def _tree(cable: Cable | Path) -> dict[str, Any]:
    found = cableconv.parse(cable) if isinstance(cable, Path) else cable
    return _bare(found.to_dict())


def _bare(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _bare(value) for key, value in node.items() if key not in _OF_THE_CONTAINER}
    return [_bare(each) for each in node] if isinstance(node, list) else node
