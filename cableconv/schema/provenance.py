"""A document's provenance, beside the tree: on request, in JSON and in XML."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """The program that wrote a document, and its source."""

    tool: str  #: name of the program
    version: str  #: version of the program
    source: str | None = None  #: file name of the source, without its folders
    member: str | None = None  #: file inside the source, if that is an archive
    row: int | None = None  #: row of the source, if that is a dump
    sha256: str | None = None  #: hash of the source's bytes, hexadecimal

    def __str__(self) -> str:
        """Return it in words, on one line: ``cableconv 0.1.0 from plain.txt, SHA-256 9f86...``."""
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
