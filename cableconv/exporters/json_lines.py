"""JSON Lines: many trees in one file, one per line, for programs and databases.

Each line is a document of the format ``json``; the reader ``json`` reads the file
back, cable by cable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from cableconv.cable import Cable
from cableconv.errors import OutputError
from cableconv.exporters import json
from cableconv.plugins import Collector, IsReplaced, hookimpl
from cableconv.rendering.identity import identity


class _Number(msgspec.Struct):
    number: int


class _Place(msgspec.Struct):
    id: str | None
    name: str | None
    member: str | None
    row: int | None


class _Known(msgspec.Struct):
    """Of a tree only what says which cable it is; the rest is passed over."""

    id: str | None
    section: _Number | None
    source: _Place

    @property
    def identity(self) -> str:
        section = self.section.number if self.section else None
        place = self.source
        return identity(self.id or place.id, section, (place.name, place.member), place.row)


class Lines:
    """A file of trees that is being written; keeps none of them in memory."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, line: bytes) -> None:
        """Write one more line."""
        self._file.write(line)

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def line_of(cable: Cable) -> bytes:
    """Return the line of a tree, with its line end."""
    return json.encode(cable, indent=0).encode()


def open_lines(target: Path) -> Lines:
    """Create a new file of that name."""
    return Lines(target.open("xb"))


def append_lines(target: Path, earlier: Path, is_replaced: IsReplaced) -> Lines:
    """A new file with the lines of the earlier one that no cable replaces."""
    kept = _kept(earlier, is_replaced)
    file = target.open("xb")
    try:
        file.writelines(kept)
    except BaseException:
        file.close()
        raise
    return Lines(file)


def _kept(earlier: Path, is_replaced: IsReplaced) -> Iterator[bytes]:
    """Lines as they stand; OutputError if one is no tree."""
    decoder = msgspec.json.Decoder(_Known)
    with earlier.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                known = decoder.decode(line)
            except msgspec.DecodeError as error:
                raise OutputError(
                    f"nothing can be added to it, for it is no file of trees: {error}",
                    path=earlier,
                    line=number,
                    hint="name another file with -o.",
                ) from error
            if not is_replaced(known.identity):
                yield line if line.endswith(b"\n") else line + b"\n"


@hookimpl
def cableconv_collectors() -> Iterable[Collector]:
    """Return the format ``jsonl``."""
    yield Collector(
        name="jsonl",
        aliases=("ndjson",),
        open=open_lines,
        append=append_lines,
        stream=Lines,
        prepare=line_of,
        ending=".jsonl",
        help="JSON Lines: many trees in one file, one per line.",
        media_type="application/jsonl",
    )
