"""What the table ``paragraphs`` holds of a cable: every block of its text, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import AnyBlock, Cable, Heading, Item, Paragraph
from cableconv.rendering.blocks import own_words

from cableconv_sqlite.values import Row


def paragraph_rows(cable: Cable) -> Iterator[Row]:
    """Each block with its path; a quotation's and an enclosed cable's blocks follow it."""
    heading: str | None = None
    for position, (path, block) in enumerate(cable.walk(), 1):
        words = "\n".join(own_words(block))
        yield position, path, block.type, *_named(block), block.role, heading, words
        if isinstance(block, Heading):
            heading = block.text


def _named(block: AnyBlock) -> Row:
    """Number, label and marking."""
    match block:
        case Paragraph():
            return block.number, None, block.marking
        case Item():
            return None, block.label, block.marking
        case Heading():
            return None, None, block.marking
    return None, None, None
