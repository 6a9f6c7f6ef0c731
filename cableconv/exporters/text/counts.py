"""Whether a body's paragraph numbers are unambiguous.

If not, a pilcrow precedes each number: a scrape may have turned a pilcrow into the digit 1
(``12.`` is paragraph 2), a text may hold a number that looks like a paragraph's, and a numbered
list may continue the count of the paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from cableconv.cable import AnyBlock, Item, Paragraph, Quote
from cableconv.patterns import pattern

# begins with its dot and looks back from there, which makes it fast
_INNER_MARK = pattern(
    r"\.(?=\s?\((?:TS|SBU|S|C|U)[)/ ])"
    r"(?:(?<=^\d\.)|(?<=^\d\d\.)|(?<=^\d{3}\.)|(?<=\s\d\.)|(?<=\s\d\d\.)|(?<=\s\d{3}\.))"
)
_COUNTED = pattern(r"(\d{1,2})\.(?!\d)")
_MOST_LACKING = 3
"""A number that is higher by more is not read as that of a paragraph behind lost ones."""


def is_count_doubtful(blocks: Sequence[AnyBlock]) -> bool:
    """Whether a paragraph's number could be another one, or another number a paragraph's."""
    number = 0
    counted = _counted(blocks)
    for index, block in enumerate(counted):
        if isinstance(block, Paragraph) and block.number is not None:
            if block.number != number + 1 and _may_be_shorter(block.number):
                return True
            number = block.number
        elif number and _may_be_next(block, number, counted[index:]):
            return True
        if "(" in block.text and _INNER_MARK.search(block.text):
            return True
    return False


def _counted(blocks: Iterable[AnyBlock]) -> list[Paragraph | Item]:
    """Return paragraphs and items in the order of the text, without those of embedded cables."""
    counted: list[Paragraph | Item] = []
    for block in blocks:
        match block:
            case Paragraph() | Item():
                counted.append(block)
                counted += _counted(block.blocks)
            case Quote():
                counted += _counted(block.blocks)
    return counted


def _may_be_next(block: Paragraph | Item, number: int, below: Sequence[Paragraph | Item]) -> bool:
    """Whether an item's label, or a text without a number, begins as the next paragraph could."""
    if isinstance(block, Item):
        label = _COUNTED.fullmatch(block.label)
        return label is not None and int(label[1]) == number + 1
    first = _COUNTED.match(block.text) if block.text[:1].isdecimal() else None
    if first is None or not 0 <= int(first[1]) - number <= _MOST_LACKING:
        return False
    return int(first[1]) < _next_number(below) and not any(each.marking for each in below)


def _next_number(below: Sequence[Paragraph | Item]) -> float:
    numbers = (block.number for block in below if isinstance(block, Paragraph))
    return next((number for number in numbers if number is not None), inf)


def _may_be_shorter(number: int) -> bool:
    """Whether the number without a leading digit 1 is a number too."""
    digits = str(number)
    return digits[0] == "1" and digits[1:].strip("0") != ""
