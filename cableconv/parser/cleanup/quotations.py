"""Repeated texts between BEGIN TEXT and END TEXT or similar marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cableconv.parser.lexer.facts import NUMBER, QUOTE_MARK
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.parser.lexer.quote_marks import QuoteMark, opening_end, quote_mark
from cableconv.patterns import pattern

# a signature may follow
_JOINED = pattern(
    r"(?<=[.!?\"”)]\s)(?=(?:(?:END|End)\s[^.!?]{3,80}|UNQUOTE)[.)\]]*"
    r"(?P<signed>(?<=\.)\s[A-Z]{3,20})?$)"
)
_QUOTES = pattern(r"\b(?P<closes>UN\s?)?QUOTE\b[:.]?(?:\s+|$)")
_QUOTED = "QUOTE"
_WHOLE = 2  # the bounds of a line that is not cut
_CLOSING_WORDS = ("END ", "End ", "UNQUOTE")
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


def part_marks(lines: Lines) -> Lines:
    """Return the lines, cut where marks of a repeated text stand on a line with its words."""
    return _part_openings(part_closings(_part_quotes(lines)))


def _part_openings(lines: Lines) -> Lines:
    """Cut lines below BEGIN TEXT and a colon, if another line closes the text."""
    closings: Closings | None = None
    found: Lines = []
    for at, line in enumerate(lines):
        start, end = _opening_in(line) if line.facts & _MARKED else (0, 0)
        if end:
            closings = closings or Closings(lines)
            mark = quote_mark(line.text[start:end].strip())
            if mark and closings.of(at, mark) is not None:
                found += [line.head(end), line.tail(end)]
                continue
        found.append(line)
    return found


def _opening_in(line: Line) -> tuple[int, int]:
    """Return the place of such an opening, perhaps after a paragraph's number."""
    number = line.paragraph_mark if line.facts & NUMBER else None
    start = number.end if number else 0
    return start, opening_end(line.text, start)


def _part_quotes(lines: Lines) -> Lines:
    """Cut a passage from QUOTE, before its first word, to UNQUOTE, after its last one."""
    cuts: dict[int, list[int]] = {}
    opened: tuple[int, int] | None = None
    for at, line in enumerate(lines):
        marks = list(_QUOTES.finditer(line.text)) if _QUOTED in line.text else []
        if marks and opened is None and (start := _quote_start(line, marks[0])):
            opened, marks = (at, start), marks[1:]
        if not marks:
            continue
        last = marks[0]
        if opened and len(marks) == 1 and last["closes"] and _ends_passage(lines, at, last):
            cuts[opened[0]] = [opened[1]]
            cuts.setdefault(at, []).append(last.start())
        opened = None
    return list(_cut(lines, cuts)) if cuts else lines


def _quote_start(line: Line, mark: re.Match[str]) -> int:
    """Return the start of the words after QUOTE, if that begins a passage; 0 otherwise."""
    number = line.paragraph_mark if line.facts & NUMBER else None
    begins = number.end if number else 0
    apart = line.gap > 0 or number is not None
    is_first = apart and mark.start() == begins and not mark["closes"]
    return mark.end() if is_first and mark.end() < len(line.text) else 0


def _ends_passage(lines: Lines, at: int, mark: re.Match[str]) -> bool:
    """Whether UNQUOTE after other words ends a paragraph."""
    if mark.start() == 0 or lines[at].text[mark.end() :].strip(".)"):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is None or below.gap > 0 or below.paragraph_mark is not None


def _cut(lines: Lines, cuts: Mapping[int, list[int]]) -> Iterator[Line]:
    for at, line in enumerate(lines):
        places = [0, *cuts.get(at, ()), len(line.text)]
        if len(places) == _WHOLE:
            yield line
        else:
            yield from (line.piece(start, end) for start, end in pairwise(places))


def part_closings(lines: Lines) -> Lines:
    """Return the lines, cut where words that close a repeated text follow its last sentence.

    This applies only if more texts of that name open than lines close: a scrape joined them.
    """
    marks = [mark for line in lines if line.facts & _MARKED and (mark := mark_of(line))]
    opened = Counter(mark.what for mark in marks if mark.opens and mark.what != _NOTE)
    lacking = {*(opened - Counter(mark.what for mark in marks if not mark.opens))}
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


def _parted(line: Line, lacking: set[str]) -> Iterator[Line]:
    found = _JOINED.search(line.text) if any(map(line.text.__contains__, _CLOSING_WORDS)) else None
    mark = quote_mark(line.text[found.end() :]) if found else None
    if found and mark and not mark.opens and mark.what in lacking:
        yield line.head(found.end())
        yield line.tail(found.end())
    else:
        yield line
