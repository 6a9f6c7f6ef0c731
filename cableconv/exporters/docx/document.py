"""The document's main part: title, message data, body, signature."""

from __future__ import annotations

from cableconv.cable import Cable
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.banner import DECLARATION, NAMESPACES
from cableconv.exporters.docx.body import Place, blocks, marked
from cableconv.exporters.docx.furniture import furniture
from cableconv.exporters.docx.links import Links
from cableconv.exporters.docx.message_data import message_data
from cableconv.exporters.docx.paper import PAPERS
from cableconv.exporters.docx.settings import Setup
from cableconv.exporters.docx.styles import OWN, Voice
from cableconv.exporters.docx.text import kept_with_next, paragraph

NO_SUBJECT = "(no subject)"


def main_part(cable: Cable, setup: Setup, links: Links) -> str:
    """The whole part as XML; ``links`` learns what it needs of relations."""
    shown = telegram(cable, OWN, links) + (furniture(cable) if setup.furniture else "")
    content = shown + PAPERS[setup.paper].section
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>"


def telegram(cable: Cable, voice: Voice, links: Links) -> str:
    """A cable from its number to its signature, in its own voice or as quoted by another."""
    references = links.of(cable.references)
    content = "".join(
        (
            paragraph(styles.TELEGRAM_NUMBER, " ".join(filter(None, ("Telegram", cable.key)))),
            paragraph(voice.subject, cable.subject or NO_SUBJECT, marked(cable.subject_marking)),
            message_data(cable, references.entries()),
            blocks(cable.body, Place(voice, references)),
        )
    )
    for name in cable.signed_by:  # no name stands on a page alone
        content = kept_with_next(content) + paragraph(styles.SIGNATURE, name)
    return content
