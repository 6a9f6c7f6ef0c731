"""The document's main part: a telegram and, on request, its furniture."""

from __future__ import annotations

from cableconv.cable import Cable
from cableconv.exporters.docx.banner import DECLARATION, NAMESPACES
from cableconv.exporters.docx.body import telegram
from cableconv.exporters.docx.furniture import furniture
from cableconv.exporters.docx.links import Links
from cableconv.exporters.docx.paper import PAPERS
from cableconv.exporters.docx.settings import Setup
from cableconv.exporters.docx.styles import OWN


def main_part(cable: Cable, setup: Setup, links: Links) -> str:
    """The whole part as XML; ``links`` learns what it needs of relations."""
    shown = telegram(cable, OWN, links) + (furniture(cable) if setup.furniture else "")
    content = shown + PAPERS[setup.paper].section
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>"
