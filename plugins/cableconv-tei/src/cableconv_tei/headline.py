"""The title of a document, with sender and addressees marked as by the editors."""

from __future__ import annotations

from cableconv import Cable
from cableconv.rendering.foreign_relations import headline_pieces

from cableconv_tei.elements import Markup, element, joined, text


def head(cable: Cable) -> Markup:
    """Return it with sender and addressees as ``<gloss type="from">`` and ``<gloss type="to">``."""
    return joined(
        element("gloss", text(piece.text), type=piece.role) if piece.role else text(piece.text)
        for piece in headline_pieces(cable)
    )
