"""Comparisons for tests of readers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cableconv
from cableconv.cable import Cable

_OF_THE_CONTAINER = {"span", "source", "diagnostics", "parts"}


@pytest.fixture
def same_tree() -> Callable[[Cable | Path, Cable | Path], None]:
    """Return a check that a contained cable has the tree of its bare text, apart from spans.

    A partial extract prints no date: its references without a year get the container's year,
    so only the row or the page may have the id.
    """

    def check(contained: Cable | Path, text: Cable | Path) -> None:
        first, second = _tree(contained), _tree(text)
        if second["date"] is None:
            for mine, bare in zip(first["references"], second["references"], strict=True):
                mine["id"] = bare["id"] and mine["id"]
        assert first == second, contained if isinstance(contained, Path) else contained.key

    return check


def _tree(cable: Cable | Path) -> dict[str, Any]:
    found = cableconv.parse(cable) if isinstance(cable, Path) else cable
    bare: dict[str, Any] = _bare(found.to_dict())
    return bare


def _bare(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _bare(value) for key, value in node.items() if key not in _OF_THE_CONTAINER}
    return [_bare(each) for each in node] if isinstance(node, list) else node
