"""The document's main part: title, message data, body, signature."""

from __future__ import annotations

from cableconv.cable import Cable
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.banner import DECLARATION, NAMESPACES
from cableconv.exporters.docx.body import Place, blocks, marked
from cableconv.exporters.docx.message_data import message_data
from cableconv.exporters.docx.paper import Paper
from cableconv.exporters.docx.styles import OWN, Voice
from cableconv.exporters.docx.text import paragraph

NO_SUBJECT = "(no subject)"


def main_part(cable: Cable, paper: Paper) -> str:
    """The whole part as XML."""
    content = telegram(cable, OWN) + paper.section
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>"


def telegram(cable: Cable, voice: Voice) -> str:
    """A cable from its number to its signature, in its own voice or as quoted by another."""
    signatures = (paragraph(styles.SIGNATURE, name) for name in cable.signed_by)
    return "".join(
        (
            paragraph(styles.TELEGRAM_NUMBER, " ".join(filter(None, ("Telegram", cable.key)))),
            paragraph(voice.subject, cable.subject or NO_SUBJECT, marked(cable.subject_marking)),
            message_data(cable),
            blocks(cable.body, Place(voice)),
            *signatures,
        )
    )
