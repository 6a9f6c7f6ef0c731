"""Repeated texts that open behind the words that announce them: ``The letter: BEGIN TEXT: ...``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from cableconv.parser.cleanup.embedded.quotations import mark_of
from cableconv.parser.cleanup.joined.closing_words import (
    closing_at_end,
    closing_inside,
    is_last,
    may_close,
)
from cableconv.parser.lexer.lines import Lines, cut_at
from cableconv.parser.lexer.quote_marks import opening_end, quote_mark
from cableconv.patterns import pattern

_BEGINS = "BEGIN "
_BEGINS_SMALL = "egin "
_BRACKETS = "(["
_ANNOUNCED = pattern(r"[:.]\s{1,3}(?=[(\[]?(?:BEGIN|Begin)\s|[(\[]begin\s)")
_LONGEST_OPENING = 200  # characters
_NOTE = "NOTE"  # NOTE and END NOTE stand inside a sentence, and inside other texts


def may_announce(text: str) -> bool:
    """Whether a text has a sign of such an opening, as most have not."""
    if _BEGINS in text:
        return True
    at = text.find(_BEGINS_SMALL)
    while at > 1:  # many texts say ``begin`` inside a sentence
        if text[at - 1] == "B" or text[at - 2] in _BRACKETS:
            return True
        at = text.find(_BEGINS_SMALL, at + 1)
    return False


class _Closed:
    """The texts that are closed, by the last line that closes one of each name; rarely needed."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def below(self, index: int, what: str) -> bool:
        """Whether a line below closes a text of that name."""
        return self._last.get(what, -1) > index

    @cached_property
    def _last(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for at, line in enumerate(self._lines):
            if may_close(line.text):
                mark = mark_of(line)
                if mark is None or mark.opens:
                    mark = closing_at_end(line.text)[1]
                if mark and mark.what != _NOTE:
                    found[mark.what] = at
        return found


def part_announced(lines: Lines) -> Lines:
    """Cut a text out of the line that announces and opens it; it closes there or further down."""
    at = [at for at, line in enumerate(lines) if _BEGINS in line.text or _BEGINS_SMALL in line.text]
    closed = _Closed(lines)
    cuts = {index: [*_announced(lines[index].text, index, closed)] for index in at}
    return list(cut_at(lines, cuts)) if any(cuts.values()) else lines


def _announced(text: str, index: int, closed: _Closed) -> Iterator[int]:
    """Yield the places of marks: ``The letter: BEGIN TEXT: ... END TEXT.``.

    A text that nothing closes there is one that a line below closes.
    """
    position = 0
    while start := _ANNOUNCED.search(text, position):
        position = start.end()
        end = opening_end(text, position) or len(text)
        opening = text[position:end].rstrip() if end - position <= _LONGEST_OPENING else ""
        opens = quote_mark(opening) if opening else None
        if opens is None or not opens.opens or ":" in opening.rstrip(" :"):
            continue
        closing = closing_inside(text, end, opens.what)
        if closing is None:
            if closed.below(index, opens.what):
                yield from (position, end)[: 1 + (end < len(text))]
            return
        yield from (position, end, closing.start())
        position = closing.end()
        if is_last(closing):
            return
        yield position
