"""JSON Lines: many trees in one file, one a line, as programs and databases load them.

Each line is the document that the format ``json`` writes; the reader ``json`` takes the file
back, cable by cable.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cableconv.cable import Cable
from cableconv.exporters import json
from cableconv.plugins import Collector, hookimpl


class Lines:
    """A file of trees that is being written; keeps none of them."""

    def __init__(self, target: Path) -> None:
        self._file = target.open("xb")

    def add(self, cable: Cable) -> None:
        """Write one more line."""
        self._file.write(json.encode(cable, indent=0).encode())

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


@hookimpl
def cableconv_collectors() -> Iterable[Collector]:
    """The format ``jsonl``."""
    yield Collector(
        name="jsonl",
        aliases=("ndjson",),
        open=Lines,
        ending=".jsonl",
        help="JSON Lines: many trees in one file, one a line.",
        media_type="application/jsonl",
    )
