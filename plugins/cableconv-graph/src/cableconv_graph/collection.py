"""The graph that is being collected: ids, counts and a few attributes, no texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx
from cableconv import Cable

from cableconv_graph.citations import add_citations
from cableconv_graph.traffic import add_traffic


class GraphFile:
    """A graph of many cables, which ``write`` puts into a file at the end."""

    def __init__(self, target: Path, traffic: bool, write: Callable[[Any, Path], None]) -> None:
        self._target = target
        self._write = write
        self._add = add_traffic if traffic else add_citations
        self._graph = networkx.DiGraph()

    def add(self, cable: Cable) -> None:
        """Take one more cable in."""
        self._add(self._graph, cable)

    def close(self) -> None:
        """Write the file: a node and an edge can only be written when all are known."""
        self._write(self._graph, self._target)
