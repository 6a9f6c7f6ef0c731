"""Running text put together from lines, with the way back to where each character stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from cableconv.parser.lines import Line

_BROKEN_WORD = re.compile(r"\w-$")


class Passage:
    """Lines joined by blanks: a word that a hyphen broke over two lines is closed up."""

    __slots__ = ("_offsets", "_positions", "text")

    def __init__(self, lines: Iterable[Line]) -> None:
        text = ""
        self._positions: list[int] = []
        self._offsets: list[int] = []
        for line in lines:
            if text and not (_BROKEN_WORD.search(text) and line.text[:1].isalnum()):
                text += " "
            self._positions.append(len(text))
            self._offsets.append(line.start)
            text += line.text
        self.text = text

    def offset(self, position: int) -> int:
        """Where in the telegram's text the character at ``position`` stands."""
        index = max(bisect_right(self._positions, position) - 1, 0)
        return self._offsets[index] + position - self._positions[index]

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of the telegram's text that ``start`` to ``end`` were put together from."""
        found = []
        bounds = [*self._positions[1:], len(self.text)]
        for position, offset, after in zip(self._positions, self._offsets, bounds, strict=True):
            first, last = max(start, position), min(end, after)
            if first < last:
                found.append((offset + first - position, offset + last - position))
        return found


def joined(lines: Sequence[Line], skip: int = 0) -> str:
    """Running text of lines, from ``skip`` characters on, with single blanks."""
    if len(lines) == 1:
        return " ".join(lines[0].text[skip:].split())
    return " ".join(Passage(lines).text[skip:].split())
