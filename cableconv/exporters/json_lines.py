"""JSON Lines: many trees in one file, one a line, as programs and databases load them.

Each line is the document that the format ``json`` writes; the reader ``json`` takes the file
back, cable by cable.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO

from cableconv.cable import Cable
from cableconv.exporters import json
from cableconv.plugins import Collector, hookimpl


class Lines:
    """A file of trees that is being written; keeps none of them."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, cable: Cable) -> None:
        """Write one more line."""
        self._file.write(json.encode(cable, indent=0).encode())

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def open_lines(target: Path) -> Lines:
    """A new file of that name."""
    return Lines(target.open("xb"))


@hookimpl
def cableconv_collectors() -> Iterable[Collector]:
    """The format ``jsonl``."""
    yield Collector(
        name="jsonl",
        aliases=("ndjson",),
        open=open_lines,
        stream=Lines,
        ending=".jsonl",
        help="JSON Lines: many trees in one file, one a line.",
        media_type="application/jsonl",
    )
