"""Unique names for link targets on a page."""

from __future__ import annotations

from collections import Counter


class Anchors:
    """The anchors of one page."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def new(self, name: str) -> str:
        """Return the name, with a number appended if it is taken: ``p2``, ``p2-2``."""
        self._given[name] += 1
        times = self._given[name]
        return name if times == 1 else f"{name}-{times}"
