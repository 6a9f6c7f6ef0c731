"""The graph under construction: ids, counts and a few attributes, no texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx

from cableconv_graph.citations import add_citations
from cableconv_graph.traffic import add_traffic


class GraphFile:
    """A graph of many cables, which ``write`` writes to a file at the end."""

    def __init__(self, target: Path, traffic: bool, write: Callable[[Any, Path], None]) -> None:
        self._target = target
        self._write = write
        self._add = add_traffic if traffic else add_citations
        self._graph = networkx.DiGraph()

    def add(self, prepared: Any) -> None:
        """Add what ``citing`` or ``sent`` has found in a cable."""
        self._add(self._graph, prepared)

    def close(self) -> None:
        """Write the file, as nodes and edges are complete only now."""
        self._write(self._graph, self._target)
