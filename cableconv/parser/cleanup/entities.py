"""Character references of HTML that a container left in a telegram: ``&#8217;``, ``&amp;``.

A teleprinter has no such characters, so wherever one stands a page was copied carelessly; it is
read as the character that it means, whatever reader the telegram came from.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from cableconv.cable import Furniture, Span
from cableconv.diagnostics.telegram import ENTITIES_READ
from cableconv.patterns import pattern
from cableconv.telegram import Anchor, Telegram

_REFERENCE = pattern(r"&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]\w{1,30});", re.IGNORECASE)


def without_entities(telegram: Telegram) -> Telegram:
    """The telegram with characters for their references, each still found where it stood."""
    found = list(_found(telegram.text)) if "&" in telegram.text else []
    if not found:
        return telegram
    shifts = _Shifts(found)
    first, end, _ = found[0]
    line, column = telegram.position(first)
    finding = ENTITIES_READ.at(
        line=line, column=column, number=len(found), first=telegram.text[first:end]
    )
    return replace(
        telegram,
        text="".join(_pieces(telegram.text, found)),
        file_text=telegram.text if telegram.file_text is None else telegram.file_text,
        anchors=tuple(_anchors(telegram, found, shifts)),
        surroundings=tuple(_moved(piece, shifts) for piece in telegram.surroundings),
        diagnostics=(*telegram.diagnostics, finding),
    )


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each reference stands and ends, and what it means."""
    from html import unescape

    for reference in _REFERENCE.finditer(text):
        meaning = unescape(reference[0])
        if meaning != reference[0]:
            yield *reference.span(), meaning


def _pieces(text: str, found: list[tuple[int, int, str]]) -> Iterator[str]:
    done = 0
    for start, end, meaning in found:
        yield text[done:start]
        yield meaning
        done = end
    yield text[done:]


class _Shifts:
    """By how much what stands behind each reference moves to the left."""

    def __init__(self, found: list[tuple[int, int, str]]) -> None:
        self._starts = [start for start, _, _ in found]
        self._ends = [end for _, end, _ in found]
        self._totals = [0]
        for start, end, meaning in found:
            self._totals.append(self._totals[-1] + end - start - len(meaning))

    def moved(self, offset: int) -> int:
        """Where the character at ``offset`` of the old text stands in the new one."""
        return offset - self._totals[bisect_right(self._ends, offset)]

    def is_inside(self, offset: int) -> bool:
        """Whether a reference stands on both sides of the offset."""
        return bisect_left(self._starts, offset) > bisect_right(self._ends, offset)


def _anchors(
    telegram: Telegram, found: list[tuple[int, int, str]], shifts: _Shifts
) -> list[Anchor]:
    """The old anchors, and one for what follows each reference."""
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
