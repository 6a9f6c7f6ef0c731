"""Repeated texts that open behind the words that announce them: ``The letter: BEGIN TEXT: ...``."""

from __future__ import annotations

from collections.abc import Container, Iterator

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


def part_announced(lines: Lines) -> Lines:
    """Cut a text out of the line that announces and opens it; it closes there or further down."""
    at = [at for at, line in enumerate(lines) if _BEGINS in line.text or _BEGINS_SMALL in line.text]
    opening = [index for index in at if _ANNOUNCED.search(lines[index].text)]
    if not opening:
        return lines
    below = _last_closings(lines)
    open_below = {
        index: {what for what, last in below.items() if last > index} for index in opening
    }
    cuts: dict[int, list[int]] = {}
    for index in opening:
        text = lines[index].text
        cuts[index] = [at for at in _announced(text, open_below[index]) if at < len(text)]
    return list(cut_at(lines, cuts))


def _last_closings(lines: Lines) -> dict[str, int]:
    """Return the last line that closes a text of each name, at its beginning or end."""
    found: dict[str, int] = {}
    for at, line in enumerate(lines):
        if may_close(line.text):
            mark = mark_of(line)
            if mark is None or mark.opens:
                mark = closing_at_end(line.text)[1]
            if mark and mark.what != _NOTE:
                found[mark.what] = at
    return found


def _announced(text: str, closed_below: Container[str]) -> Iterator[int]:
    """Yield the places of marks: ``The letter: BEGIN TEXT: ... END TEXT.``.

    A text that nothing closes there is one of those that are ``closed_below``.
    """
    position = 0
    while start := _ANNOUNCED.search(text, position):
        position = start.end()
        end = opening_end(text, position) or len(text)
        opens = quote_mark(text[position:end].rstrip())
        if opens is None or not opens.opens or ":" in text[position:end].rstrip(" :"):
            continue
        closing = closing_inside(text, end, opens.what)
        if closing is None:
            yield from (position, end) if opens.what in closed_below else ()
            return
        yield from (position, end, closing.start())
        if is_last(closing):
            return
        yield closing.end()
        position = closing.end()
