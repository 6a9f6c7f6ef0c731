"""What belongs on one page: short tables and lines as sent, and what introduces the next block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from cableconv.cable import AnyBlock, Heading, Item, Paragraph, Preformatted, Quote, Table

MOST_LINES = 12
"""Rows of a table, or lines as sent, that are kept on one page; more may be divided."""

_AS_A_HEADING = 80
"""Characters, as many as about one line of the page."""

_INTRODUCED = {Item, Preformatted, Quote, Table}
"""Blocks that any short paragraph before them introduces."""

_LINES = (Item, Paragraph)
_SENTENCE_ENDS = (".", "!", "?", ";", ",", ")", '"', "”")


def is_kept_whole(block: Preformatted | Table) -> bool:
    """Whether it is too short to be divided between pages."""
    rows = len(block.rows) if isinstance(block, Table) else 0
    return (rows or block.text.count("\n") + 1) <= MOST_LINES


def introductions(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """Yield the blocks that introduce the next one."""
    return (block for block, following in pairwise(blocks) if introduces(block, following))


def introduces(block: AnyBlock, following: AnyBlock) -> bool:
    """Whether a block without others in it introduces the next one.

    Before running text and headings, only a colon or a line like a title does: a short
    sentence there is the end of what precedes it, and rows of short lines are lists.
    """
    if not isinstance(block, _LINES) or block.blocks:
        return False
    if type(following) in _INTRODUCED:
        return type(block) is Paragraph and is_introduction(block.text)
    if type(following) is Heading:
        return _is_title(block.text)
    return type(following) is Paragraph and not _is_short(following) and _is_title(block.text)


def is_introduction(text: str) -> bool:
    """Whether a text before nested blocks ends with a colon, or is no longer than a heading."""
    return len(text) <= _AS_A_HEADING or text.endswith(":")


def _is_title(text: str) -> bool:
    if text.endswith(":"):
        return True
    return 0 < len(text) <= _AS_A_HEADING and not text.endswith(_SENTENCE_ENDS)


def _is_short(block: Paragraph) -> bool:
    return len(block.text) <= _AS_A_HEADING and not block.blocks
