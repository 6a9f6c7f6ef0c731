"""Running text put together from lines, with a map back to where each character stood."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from cableconv.parser.lexer.lines import Line


class Passage:
    """Lines joined by blanks: a word that a hyphen broke over two lines is closed up."""

    __slots__ = ("_offsets", "_positions", "text")

    def __init__(self, lines: Iterable[Line]) -> None:
        self._positions: list[int] = []
        self._offsets: list[int] = []
        pieces: list[str] = []
        length = 0
        before = ""
        for line in lines:
            if before and not _is_broken(before, line.text):
                pieces.append(" ")
                length += 1
            self._positions.append(length)
            self._offsets.append(line.start)
            before = line.text
            pieces.append(before)
            length += len(before)
        self.text = "".join(pieces)

    def offset(self, position: int) -> int:
        """Where in the telegram's text the character at ``position`` stands."""
        index = max(bisect_right(self._positions, position) - 1, 0)
        return self._offsets[index] + position - self._positions[index]

    def breaks(self, start: int) -> list[int]:
        """Where, counted from ``start``, a further line begins."""
        return [position - start for position in self._positions if position > start]

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of the telegram's text that ``start`` to ``end`` were put together from."""
        found = []
        bounds = [*self._positions[1:], len(self.text)]
        for position, offset, after in zip(self._positions, self._offsets, bounds, strict=True):
            first, last = max(start, position), min(end, after)
            if first < last:
                found.append((offset + first - position, offset + last - position))
        return found


def _is_broken(before: str, after: str) -> bool:
    """Whether a word goes on in the next line behind its hyphen."""
    return before[-1] == "-" and before[-2:-1].isalnum() and after[0].isalnum()


def joined(lines: Sequence[Line], skip: int = 0) -> str:
    """Running text of lines, from ``skip`` characters on, with single blanks."""
    texts = [line.text for line in lines]
    is_broken = any(text[-1] == "-" for text in texts[:-1])
    text = Passage(lines).text if is_broken else " ".join(texts)
    return _with_single_blanks(text[skip:].strip())


def _with_single_blanks(text: str) -> str:
    """One space between words; of other blanks a line keeps the unit separator."""
    if "\x1f" in text:
        return " ".join(text.split())
    while "  " in text:  # nearly always two, behind a sentence: replacing is cheaper than splitting
        text = text.replace("  ", " ")
    return text
