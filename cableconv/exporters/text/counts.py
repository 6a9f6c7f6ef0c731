"""Whether a body's paragraph numbers say by themselves which count they belong to.

Where they may not, a pilcrow before each number does: a scrape may have made the digit 1 of one
(``12.`` is paragraph 2), a text may hold a number that looks like a paragraph's, and a numbered
list may go on where the paragraphs stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cableconv.cable import AnyBlock, Item, Paragraph, Quote
from cableconv.patterns import pattern

_INNER_MARK = pattern(r"(?:^|\s)\d{1,3}\.\s?\((?:TS|SBU|S|C|U)[)/ ]")
_LABEL = pattern(r"(\d{1,2})\.")


def is_count_doubtful(blocks: Sequence[AnyBlock]) -> bool:
    """Whether a paragraph's number could be another one, or another number a paragraph's."""
    number = 0
    for block in _counted(blocks):
        if isinstance(block, Item):
            label = _LABEL.fullmatch(block.label)
            if number and label and int(label[1]) == number + 1:
                return True
        elif block.number is not None:
            if block.number != number + 1 and _may_be_shorter(block.number):
                return True
            number = block.number
        if _INNER_MARK.search(block.text):
            return True
    return False


def _counted(blocks: Iterable[AnyBlock]) -> Iterator[Paragraph | Item]:
    """Paragraphs and items in the order of the text; a cable within counts for itself."""
    for block in blocks:
        if isinstance(block, Paragraph | Item):
            yield block
        if isinstance(block, Paragraph | Item | Quote):
            yield from _counted(block.blocks)


def _may_be_shorter(number: int) -> bool:
    """Whether the number without a digit 1 before it is a number too."""
    digits = str(number)
    return digits[0] == "1" and digits[1:].strip("0") != ""
