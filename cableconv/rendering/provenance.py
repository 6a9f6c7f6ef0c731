"""Where a document came from: the tool that wrote it, and the source it was made of.

All that is said of the source comes from ``cable.source``; a tree whose source is taken away
says nothing of it.  Clock, machine and folders are never named, so that the same input gives
the same bytes everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from cableconv.cable import Cable, Furniture, Span
from cableconv.input.files import STDIN_NAME
from cableconv.patterns import pattern
from cableconv.version import __version__

TOOL = "cableconv"

_FOLDERS = pattern(r".*[/\\]", re.DOTALL)
_LAST_LINE = pattern(rf"\[Written by {TOOL} \d.*\]")


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """What wrote a document, and the source it was made of."""

    tool: str  #: the program that wrote it
    version: str  #: the program's version
    source: str | None = None  #: the source's file name, without its folders
    member: str | None = None  #: the file inside the source, where that is an archive
    row: int | None = None  #: the row of the source, where that is a dump
    sha256: str | None = None  #: of the source's bytes, hexadecimal

    def __str__(self) -> str:
        """In words, on one line: ``cableconv 0.1.0 from plain.txt, SHA-256 9f86...``."""
        return ", ".join(" ".join(part.split()) for part in self._parts())

    def _parts(self) -> Iterator[str]:
        of = f" from {self.source}" if self.source else ""
        yield f"{self.tool} {self.version}{of}"
        if self.member:
            yield f"member {self.member}"
        if self.row is not None:
            yield f"row {self.row}"
        if self.sha256:
            yield f"SHA-256 {self.sha256}"


def provenance(cable: Cable) -> Provenance:
    """Where a document of this cable comes from."""
    source = cable.source
    name = None if source.name == STDIN_NAME else source.name
    return Provenance(
        tool=TOOL,
        version=__version__,
        source=_FOLDERS.sub("", name) if name else None,
        member=source.member,
        row=source.row,
        sha256=source.sha256,
    )


def last_line(cable: Cable) -> str:
    """What the last line of a text says of it."""
    return f"[Written by {provenance(cable)}]"


def find_last_line(text: str) -> Furniture | None:
    """The piece of furniture that such a line is when its text is read again."""
    end = len(text.rstrip())
    start = text.rfind("\n", 0, end) + 1
    line = text[start:end]
    if not _LAST_LINE.fullmatch(line):
        return None
    return Furniture(kind="provenance", text=line, span=Span(start, end))
