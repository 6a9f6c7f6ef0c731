"""Repeated texts between BEGIN TEXT and END TEXT or similar marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from cableconv.parser.lexer.facts import NUMBER, QUOTE_MARK
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.quote_marks import QuoteMark, opening_end, quote_mark


class Closings:
    """The closing line of each repeated text, found once for all lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._marks: list[int] = []  # from the last to the first, until all are read
        self._innermost: list[int | None] = []  # closing mark of a text above each
        self._by_what: dict[str, list[int]] = {}
        unmatched: list[int] = []
        for at in range(len(lines) - 1, -1, -1):
            if lines[at].facts & QUOTE_MARK and (mark := quote_mark(lines[at].text)):
                self._add(at, mark, unmatched)
        self._marks.reverse()
        self._innermost.reverse()
        for places in self._by_what.values():
            places.reverse()

    def _add(self, at: int, mark: QuoteMark, unmatched: list[int]) -> None:
        if not mark.opens:
            unmatched.append(at)
            self._by_what.setdefault(mark.what, []).append(at)
        elif unmatched:
            unmatched.pop()
        self._marks.append(at)
        self._innermost.append(unmatched[-1] if unmatched else None)

    def of(self, index: int, opening: QuoteMark) -> int | None:
        """Return the closing line of the text that opens at ``index``, or None.

        It is the first mark that closes a text of that name, or the first one left over after
        matching those that open and close between.
        """
        below = bisect_right(self._marks, index)
        left_over = self._innermost[below] if below < len(self._marks) else None
        named = self._by_what.get(opening.what, [])
        next_named = bisect_right(named, index)
        ends = [left_over, *named[next_named : next_named + 1]]
        return min((end for end in ends if end is not None), default=None)


def mark_of(line: Line) -> QuoteMark | None:
    """Return the quotation's mark on a line, perhaps after a paragraph's number, or None."""
    mark = _mark_at_start(line.text) if line.facts & QUOTE_MARK else None
    if mark is not None or not line.facts & NUMBER:
        return mark
    number = line.paragraph_mark
    return _mark_at_start(line.text[number.end :]) if number else None


def _mark_at_start(text: str) -> QuoteMark | None:
    """Return the mark that is a text, or opens one: ``BEGIN TEXT: The bell ...``."""
    mark = quote_mark(text) if text else None
    end = opening_end(text) if text and mark is None else 0
    return quote_mark(text[:end].rstrip()) if end else mark
