"""What a document says of its own making, beside the tree: on request, in JSON and in XML."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec


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
