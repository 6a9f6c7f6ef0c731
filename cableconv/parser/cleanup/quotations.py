"""Repeated texts between BEGIN TEXT and END TEXT or similar marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from cableconv.parser.lexer.facts import NUMBER, QUOTE_MARK
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.parser.lexer.shapes import QuoteMark, quote_mark
from cableconv.patterns import pattern

# a signature may follow
_JOINED = pattern(
    r"(?<=[.!?\"”)]\s)(?=(?:END|End)\s[^.!?]{3,80}[.)\]]*(?P<signed>(?<=\.)\s[A-Z]{3,20})?$)"
)
_MARKED = QUOTE_MARK | NUMBER
_ENDS = frozenset('.)]"”')
_NOTE = "NOTE"  # NOTE and END NOTE stand inside a sentence, and inside other texts


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


def part_closings(lines: Lines) -> Lines:
    """Return the lines, cut where words that close a repeated text follow its last sentence.

    This applies only if a text of that name opens and no line closes it: a scrape joined them.
    """
    marks = [mark for line in lines if line.facts & _MARKED and (mark := mark_of(line))]
    lacking = {mark.what for mark in marks if mark.opens} - {_NOTE}
    lacking -= {mark.what for mark in marks if not mark.opens}
    if not lacking:
        return lines
    below = [*lines[1:], None]
    return [
        piece
        for line, after in zip(lines, below, strict=True)
        for piece in ((line,) if _goes_on(line, after) else _parted(line, lacking))
    ]


def _goes_on(line: Line, after: Line | None) -> bool:
    """Whether the line was wrapped inside a sentence, so that its end closes nothing."""
    if after is None or after.gap or after.cut or after.paragraph_mark:
        return False
    return line.text[-1] not in _ENDS and not _is_signed(line.text)


def _is_signed(text: str) -> bool:
    """Whether a name follows the words that close a text, as behind the last sentence."""
    found = _JOINED.search(text) if "END " in text else None
    return found is not None and found["signed"] is not None


def mark_of(line: Line) -> QuoteMark | None:
    """Return the quotation's mark on a line, perhaps after a paragraph's number, or None."""
    if line.facts & QUOTE_MARK:
        return quote_mark(line.text)
    number = line.paragraph_mark
    rest = line.text[number.end :] if number else ""
    return quote_mark(rest) if rest else None


def _parted(line: Line, lacking: set[str]) -> Iterator[Line]:
    found = _JOINED.search(line.text) if "END " in line.text or "End " in line.text else None
    mark = quote_mark(line.text[found.end() :]) if found else None
    if found and mark and not mark.opens and mark.what in lacking:
        yield line.head(found.end())
        yield line.tail(found.end())
    else:
        yield line
