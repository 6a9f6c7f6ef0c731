"""A cable's body as one text, and how long it is, as ``find`` and ``stats`` count."""

from __future__ import annotations

from cableconv.cable import Cable, Paragraph
from cableconv.rendering.blocks import own_words


def whole_text(cable: Cable) -> str | None:
    """The words of every block in reading order; None of a body without any."""
    blocks = ("\n".join(own_words(block)) for _, block in cable.walk())
    return "\n\n".join(filter(None, blocks)) or None


def number_of_paragraphs(cable: Cable) -> int:
    """Paragraphs, numbered or not, those in quotations and enclosed cables too."""
    return sum(isinstance(block, Paragraph) for _, block in cable.walk())


def number_of_words(cable: Cable) -> int:
    """What spaces part in the whole text."""
    return len((whole_text(cable) or "").split())
