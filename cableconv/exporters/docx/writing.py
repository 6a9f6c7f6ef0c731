"""One cable's document: its own parts beside those of the template, in one zip."""

from __future__ import annotations

from cableconv.cable import Cable
from cableconv.exporters.docx.banner import footer, header, marking
from cableconv.exporters.docx.container import deflate, pack
from cableconv.exporters.docx.document import main_part
from cableconv.exporters.docx.paper import PAPERS
from cableconv.exporters.docx.properties import core_properties
from cableconv.exporters.docx.template import FOOTER, HEADER, MAIN, PROPERTIES, shared_members


def write(cable: Cable, paper: str, banner: bool) -> bytes:
    """The document's bytes."""
    words = marking(cable) if banner else ""
    parts = {
        MAIN: main_part(cable, PAPERS[paper]),
        HEADER: header(words),
        FOOTER: footer(words, cable.key or ""),
        PROPERTIES: core_properties(cable),
    }
    own = (deflate(name, part.encode()) for name, part in parts.items())
    return pack((*shared_members(), *own))
