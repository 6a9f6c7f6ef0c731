"""Paragraphs whose numbers have a bracket, ``1)``, as those of a list elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.body.numbers.sequence import Candidate
from cableconv.parser.lexer.facts import ITEM
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import ParagraphMark
from cableconv.parser.lexer.shapes import ItemMark, item_marks

_STYLE = "1)"
_WEIGHT = 2.0
_FEWEST = 2


def bracketed_numbers(lines: Sequence[Line]) -> list[Candidate]:
    """Return the paragraphs of a text without other numbers, if the first begins it."""
    found: list[Candidate] = []
    for at, line in enumerate(lines):
        mark = _label(line) if at == 0 or (found and line.gap and line.facts & ITEM) else None
        if mark and mark.value == len(found) + 1:
            found.append(_candidate(at, mark))
        elif not found:
            return []
    return found if len(found) >= _FEWEST else []


def _label(line: Line) -> ItemMark | None:
    return next((mark for mark in item_marks(line.text) if mark.style == _STYLE), None)


def _candidate(at: int, mark: ItemMark) -> Candidate:
    printed = ParagraphMark(str(mark.value), False, True, None, False, mark.end, bracketed=True)
    return Candidate(at, printed, (int(printed.digits),), _WEIGHT)
