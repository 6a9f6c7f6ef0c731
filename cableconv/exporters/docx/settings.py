"""What a caller may choose of a document; the exporter's options, by their names."""

from __future__ import annotations

from typing import NamedTuple


class Setup(NamedTuple):
    """The options of one document.

    ``reference_doc`` holds the bytes of a Word document.
    """

    paper: str = "letter"
    banner: bool = True
    tree: bool = True
    furniture: bool = False
    provenance: bool = False
    link_base: str | None = None
    reference_doc: bytes | None = None

    @property
    def says_where_from(self) -> bool:
        """Whether the document's properties name its source, which a tree inside names anyway."""
        return self.provenance or self.tree
