"""The rows of a cable in the table ``paragraphs``: every block of its text, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable, Heading
from cableconv.rendering.blocks import marks_before, own_words

from cableconv_sqlite.values import Row


def paragraph_rows(cable: Cable) -> Iterator[Row]:
    """Yield each block with its path; blocks in a quotation or an embedded cable follow it."""
    heading: str | None = None
    for position, (path, block) in enumerate(cable.walk(), 1):
        words = "\n".join(own_words(block))
        yield position, path, block.type, *marks_before(block), block.role, heading, words
        if isinstance(block, Heading):
            heading = block.text
