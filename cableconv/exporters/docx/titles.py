"""The lines that identify a telegram: its number, its subject."""

from __future__ import annotations

from functools import lru_cache

from cableconv.cable import Cable
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.styles import Voice
from cableconv.exporters.docx.text import paragraph, run
from cableconv.rendering.message_data import LONGEST_TITLE, NO_SUBJECT, designation

_MARKINGS = 64
"""Portion markings that are remembered; a cable has few different ones."""


def number(cable: Cable, properties: str = "") -> str:
    """Return ``Telegram 07ASTANA48``."""
    words = " ".join(filter(None, ("Telegram", designation(cable))))
    return paragraph(styles.TELEGRAM_NUMBER, words, properties=properties)


def title(cable: Cable, voice: Voice) -> str:
    """Return the subject; a long one is set smaller, and may break across pages."""
    subject = cable.subject or NO_SUBJECT
    is_long = len(subject) > LONGEST_TITLE and voice is styles.OWN
    style = styles.LONG_TITLE if is_long else voice.subject
    return paragraph(style, subject, marked(cable.subject_marking))


@lru_cache(_MARKINGS)
def marked(marking: str | None) -> str:
    """Return the portion marking as printed, in its own style."""
    return run(f"({marking})", styles.PORTION_MARKING) + run(" ") if marking else ""
