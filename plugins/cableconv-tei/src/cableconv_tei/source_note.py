"""The first note of a document, as an element."""

from __future__ import annotations

from cableconv import Cable
from cableconv.rendering import foreign_relations

from cableconv_tei.elements import Markup, element, text


def source_note(cable: Cable, document: str) -> Markup:
    """Return the note of the document named ``document``."""
    words = text(foreign_relations.source_note(cable))
    return element("note", words, n="1", xml_id=f"{document}fn1", type="source")
