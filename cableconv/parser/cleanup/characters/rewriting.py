"""Replaces characters in a telegram, and adjusts the map to positions in the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from cableconv.cable import Furniture, Span
from cableconv.diagnostics.code import Code
from cableconv.telegram import Anchor, PageStart, Telegram


class Written(NamedTuple):
    """The start and end of something written in another way, and its meaning."""

    start: int
    end: int
    meaning: str


def rewritten(telegram: Telegram, found: list[Written], code: Code) -> Telegram:
    """Replace each by its meaning, in order; ``code`` reports their number, at the first one."""
    if not found:
        return telegram
    shifts = _Shifts(found)
    first = found[0]
    line, column = telegram.position(first.start)
    written = telegram.text[first.start : first.end].strip()
    finding = code.at(line=line, column=column, number=len(found), first=written)
    return replace(
        telegram,
        text="".join(_pieces(telegram.text, found)),
        file_text=telegram.text if telegram.file_text is None else telegram.file_text,
        anchors=tuple(_anchors(telegram, found, shifts)),
        surroundings=tuple(_moved(piece, shifts) for piece in telegram.surroundings),
        pages=tuple(PageStart(shifts.moved(at), number) for at, number in telegram.pages),
        diagnostics=(*telegram.diagnostics, finding),
    )


def _pieces(text: str, found: list[Written]) -> Iterator[str]:
    done = 0
    for start, end, meaning in found:
        yield text[done:start]
        yield meaning
        done = end
    yield text[done:]


class _Shifts:
    """How far the text after each replacement moves to the left."""

    def __init__(self, found: list[Written]) -> None:
        self._starts = [start for start, _, _ in found]
        self._ends = [end for _, end, _ in found]
        self._totals = [0]
        for start, end, meaning in found:
            self._totals.append(self._totals[-1] + end - start - len(meaning))

    def moved(self, offset: int) -> int:
        """Return the new offset of the character at ``offset`` of the old text."""
        return offset - self._totals[bisect_right(self._ends, offset)]

    def is_inside(self, offset: int) -> bool:
        """Whether the offset is inside a replacement."""
        return bisect_left(self._starts, offset) > bisect_right(self._ends, offset)


def _anchors(telegram: Telegram, found: list[Written], shifts: _Shifts) -> list[Anchor]:
    """Return the old anchors, and one for the text after each replacement."""
    kept = [
        Anchor(shifts.moved(anchor.text), anchor.file)
        for anchor in telegram.anchors
        if not shifts.is_inside(anchor.text)
    ]
    behind = [Anchor(shifts.moved(end), telegram.file_offset(end)) for _, end, _ in found]
    return sorted({*kept, *behind})


def _moved(piece: Furniture, shifts: _Shifts) -> Furniture:
    if piece.span is None:
        return piece
    return replace(piece, span=Span(shifts.moved(piece.span.start), shifts.moved(piece.span.end)))
