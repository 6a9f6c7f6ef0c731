"""A cable's body as one text, with its length as ``find`` and ``stats`` count it."""

from __future__ import annotations

from cableconv.cable import Cable, Paragraph
from cableconv.rendering.blocks import own_words


def whole_text(cable: Cable) -> str | None:
    """Return the text of every block in reading order; None if the body has none."""
    blocks = ("\n".join(own_words(block)) for _, block in cable.walk())
    return "\n\n".join(filter(None, blocks)) or None


def number_of_paragraphs(cable: Cable) -> int:
    """Return the number of paragraphs, including those in quotations and embedded cables."""
    return sum(isinstance(block, Paragraph) for _, block in cable.walk())


def number_of_words(cable: Cable) -> int:
    """Return the number of words, separated by spaces, in the whole text."""
    return len((whole_text(cable) or "").split())
