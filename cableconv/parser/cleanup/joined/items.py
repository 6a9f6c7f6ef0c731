"""Lists inside running text: their points are put on lines of their own.

A scrape joined them to the sentence that introduces them, or a sender wrote them so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from msgspec.structs import replace

from cableconv.parser.account.account import Account
from cableconv.parser.cleanup.embedded.quotations import Closings, mark_of
from cableconv.parser.cleanup.joined.list_points import counts_on, points_of
from cableconv.parser.lexer.facts import COLUMNS, ITEM, NUMBER, QUOTE_MARK, RULE
from cableconv.parser.lexer.labels import read_label
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.quote_marks import quote_mark
from cableconv.parser.lexer.shapes import has_columns, is_rule
from cableconv.patterns import pattern
from cableconv.vocabulary.sentences import is_finished

_ANNOUNCED = pattern(r":(?=\s{0,2}(?:[-*•·–—A]|a\.|1\.\s))")  # a bullet or a label follows
_FIRST_LABEL = pattern(r"\)(?<=[Aa1i]\))(?=\s)")
_ENDS_IN_BULLET = pattern(r"\s(?:-{1,3}|[*•·–—])$")
_DASH = pattern(r"-(?<= -)(?:(?P<second>-)|(?=[ A-Z])(?:(?<=[.;] -)|(?<=[.;]  -)|(?<=[.;]   -)))")
"""One behind a stop, in any list too, or two."""
_DASHES = "--"
_BRACKET, _SPACED_BRACKET = "(", " ("
_BEHIND = 2  # characters: a blank and a letter or a bracket, or one without a blank
_BEFORE_DASHES = (".", "!", "?", ";", '"', "”", " and", " or")
_FILLED = 50  # characters: a shorter line has room for more words
_WORD_BEFORE = 8  # characters: the end of a sentence or ``; and``, and up to three blanks
_AHEAD = 4  # characters that a sign looks ahead


class _Bounds:
    """What bounds running texts: lines that may begin a paragraph, and repeated texts.

    Above the ``first`` paragraph, which has a marking or is set apart and has the number 1, a line
    may be a field's.
    """

    def __init__(self, lines: Sequence[Line], first: int, begins: Container[int]) -> None:
        self._lines = lines
        self.first = first
        self.begins = begins

    @cached_property
    def closings(self) -> Closings:
        """The ends of repeated texts; few texts with a list need them."""
        return Closings(self._lines)

    @cached_property
    def closing(self) -> frozenset[int | None]:
        """The lines that close a repeated text."""
        marks = enumerate(map(mark_of, self._lines))
        return frozenset(self.closings.of(at, mark) for at, mark in marks if mark and mark.opens)


def part_items(lines: Sequence[Line], account: Account) -> list[Line]:
    """Return the lines, in the order of the text, cut before each item of a list."""
    parted = list(lines)
    end = len(lines)
    holding = sorted(_holding(lines, account.text), reverse=True)
    bounds = _bounds(lines) if holding else None
    for index in holding:
        if bounds and index < end:
            start, stop = _running(lines, index, bounds)
            below = _point_below(lines, stop) if start >= bounds.first else ()
            parted[start:stop] = _parted(lines[start:stop], below)
            end = start
    return parted


def _bounds(lines: Sequence[Line]) -> _Bounds:
    """Find the bounds: a paragraph begins with a marking, is set apart, or has the next number.

    Any other number right below the end of a sentence goes on with the text.
    """
    begins: set[int] = set()
    first, last = len(lines), 0
    for index, line in enumerate(lines):
        mark = line.paragraph_mark if line.facts & NUMBER else None
        if mark and (mark.marking or line.gap or _is_next(mark.digits, last)):
            begins.add(index)
            last = int(mark.digits)
            if mark.marking or (line.gap and mark.digits == "1"):
                first = min(first, index)
    return _Bounds(lines, first, begins)


def _is_next(digits: str, last: int) -> bool:
    """Whether a number is the next one, perhaps after a pilcrow that became the digit 1."""
    return int(digits) == last + 1 or digits == f"1{last + 1}"


def _holding(lines: Sequence[Line], text: str) -> set[int]:
    """Return the indices of lines with a sign of items."""
    if not lines:
        return set()
    signs = [line.start for line in lines if line.facts & ITEM and counts_on(line.text)]
    signs += _signs(text, lines[0].start, lines[-1].end + _AHEAD)
    starts = [line.start for line in lines] if signs else []
    return {bisect_right(starts, at) - 1 for at in signs}


def _signs(text: str, start: int, end: int) -> Iterator[int]:
    """Yield positions in lists: after a colon, at the first label, at dashes after a sentence."""
    for sign in (_ANNOUNCED, _FIRST_LABEL):
        yield from (found.start() for found in sign.finditer(text, start, end))
    for found in _DASH.finditer(text, start, end):
        if not found["second"] or _is_point(text, found.start()):
            yield found.start()


def _is_point(text: str, at: int) -> bool:
    """Whether a point begins at two dashes: no line's own ones, nor those of a sentence."""
    first = at + len(_DASHES)
    behind = text[first : first + _BEHIND]
    if behind[:1] == _BRACKET or behind == _SPACED_BRACKET:  # a marking
        return True
    if not (behind[:1].isspace() or behind[:1].isupper()):
        return False
    if text[max(at - _WORD_BEFORE, 0) : at].rstrip(" ").endswith(_BEFORE_DASHES):
        return True
    return behind[1:].isupper() and _is_in_point(text, at)


def _is_in_point(text: str, at: int) -> bool:
    """Whether the line of that place begins with two dashes itself."""
    return text.startswith(_DASHES, text.rfind("\n", 0, at) + 1)


def _running(lines: Sequence[Line], index: int, bounds: _Bounds) -> tuple[int, int]:
    """Return the bounds of the lines around ``index`` that are one running text."""

    def goes_on(at: int) -> bool:
        return _goes_on(lines[at - 1], lines[at], at in bounds.begins)

    def is_apart(at: int) -> bool:
        line = lines[at]
        if _is_row_or_rule(line) or (line.facts & QUOTE_MARK and _is_quote_mark(line, at, bounds)):
            return True
        return at < bounds.first and read_label(line.text) is not None

    start, stop = index, index + 1
    if is_apart(index):
        return start, stop
    while start and goes_on(start) and not is_apart(start - 1):
        start -= 1
    while stop < len(lines) and goes_on(stop) and not is_apart(stop):
        stop += 1
    return start, stop


def _goes_on(above: Line, line: Line, is_numbered: bool) -> bool:
    """Whether a line may be in the same text as the one above it."""
    if is_finished(above.text):
        return not (line.gap or is_numbered)
    if (mark := line.paragraph_mark) and mark.marking:
        return False
    return not line.gap or _may_continue(above.text, line)


def _may_continue(above: str, line: Line) -> bool:
    """Whether a line below an empty one may go on with an unfinished text."""
    if line.cut or line.facts & NUMBER or line.text[0].islower() or len(above) > _FILLED:
        return True
    return _ENDS_IN_BULLET.search(above, len(above) - _AHEAD) is not None


def _is_row_or_rule(line: Line) -> bool:
    text, facts = line.text, line.facts
    return bool((facts & COLUMNS and has_columns(text)) or (facts & RULE and is_rule(text)))


def _is_quote_mark(line: Line, at: int, bounds: _Bounds) -> bool:
    """Whether a line closes a repeated text, or opens one that another line closes."""
    mark = quote_mark(line.text)
    if mark is None:
        return False
    return bounds.closings.of(at, mark) is not None if mark.opens else at in bounds.closing


def _point_below(lines: Sequence[Line], stop: int) -> Sequence[Line]:
    """Return the line below a text, if it may be the second point of a list that the text begins.

    Later points are set apart where the first one is joined to the words that announce it.
    """
    below = lines[stop : stop + 1]
    return below if below and below[0].gap and below[0].facts & ITEM else ()


def _parted(lines: Sequence[Line], below: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of one text, cut before each item; the words of a lone bullet are below."""
    read = [*lines, *below]
    starts = [*accumulate((len(line.text) + 1 for line in read[:-1]), initial=0)]
    points = points_of(" ".join(line.text for line in read), starts, [*_free(read, starts)])
    places = [*points]
    alone = False
    for line, start in zip(lines, starts, strict=False):
        first = bisect_right(places, start)
        after = bisect_left(places, start + len(line.text), first)
        inside = {at - start: points[at] for at in places[first:after]}
        own = line.with_gap(1) if points.get(start) and not line.gap else line
        *pieces, last = _pieces(line.with_gap(0) if alone else own, inside)
        alone = bool(inside) and not any(map(str.isalnum, last.text))
        yield from (*pieces, replace(last, facts=ITEM) if alone else last)


def _free(lines: Sequence[Line], starts: Sequence[int]) -> Iterator[int]:
    """Yield the beginnings of lines that are set apart, or below the end of a sentence."""
    above = ""
    for line, start in zip(lines, starts, strict=True):
        if start == 0 or line.gap or is_finished(above):
            yield start
        above = line.text


def _pieces(line: Line, cuts: Mapping[int, bool]) -> Iterator[Line]:
    yield line.head(min(cuts)) if cuts else line
    for start, end in pairwise([*cuts, len(line.text)]):
        yield Line(line.start + start, line.text[start:end].rstrip(), line.indent, int(cuts[start]))
