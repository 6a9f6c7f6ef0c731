"""What a document is called, its sender and addressees marked as the editors mark them."""

from __future__ import annotations

from cableconv import Cable
from cableconv.rendering.foreign_relations import headline_pieces

from cableconv_tei.elements import Markup, element, joined, text


def head(cable: Cable) -> Markup:
    """With sender and addressees as ``<gloss type="from">`` and ``<gloss type="to">``."""
    return joined(
        element("gloss", text(piece.text), type=piece.role) if piece.role else text(piece.text)
        for piece in headline_pieces(cable)
    )
