"""Names that places of one page are linked by, each given once."""

from __future__ import annotations

from collections import Counter


class Anchors:
    """The anchors of one page."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def new(self, name: str) -> str:
        """The name, or with a number behind it where it is taken: ``p2``, ``p2-2``."""
        self._given[name] += 1
        times = self._given[name]
        return name if times == 1 else f"{name}-{times}"
