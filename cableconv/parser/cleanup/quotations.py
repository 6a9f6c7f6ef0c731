"""Repeated texts: BEGIN TEXT ... END TEXT and their kin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from cableconv.parser.lexer.facts import QUOTE_MARK
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import QuoteMark, quote_mark


class Closings:
    """Where each repeated text of some lines is closed, found once for all of them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._marks: list[int] = []  # from the last to the first, until all are read
        self._innermost: list[int | None] = []  # what closes a text that opens above each mark
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
        """Where the text that opens at ``index`` is closed further down.

        The first mark that closes a text of that name does, or the one that is left over when
        those are matched that open and close between.
        """
        below = bisect_right(self._marks, index)
        left_over = self._innermost[below] if below < len(self._marks) else None
        named = self._by_what.get(opening.what, [])
        next_named = bisect_right(named, index)
        ends = [left_over, *named[next_named : next_named + 1]]
        return min((end for end in ends if end is not None), default=None)
