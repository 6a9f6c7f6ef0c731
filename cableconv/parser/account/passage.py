"""Running text joined from lines, with a map back to the position of each character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from cableconv.parser.lexer.lines import Line


class Passage:
    """Lines joined by spaces; a word hyphenated across two lines is rejoined."""

    __slots__ = ("_ends", "_offsets", "_positions", "text")

    def __init__(self, lines: Iterable[Line]) -> None:
        self._positions: list[int] = []
        self._ends: list[int] = []  # before the space between lines, which no source may have
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
            self._ends.append(length)
        self.text = "".join(pieces)

    def offset(self, position: int) -> int:
        """Return the offset in the telegram's text of the character at ``position``."""
        index = max(bisect_right(self._positions, position) - 1, 0)
        return self._offsets[index] + position - self._positions[index]

    def breaks(self, start: int) -> list[int]:
        """Return the starts of further lines, relative to ``start``."""
        return [position - start for position in self._positions if position > start]

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the ranges of the telegram's text that ``start`` to ``end`` were joined from."""
        found = []
        for position, offset, after in zip(self._positions, self._offsets, self._ends, strict=True):
            first, last = max(start, position), min(end, after)
            if first < last:
                found.append((offset + first - position, offset + last - position))
        return found


def _is_broken(before: str, after: str) -> bool:
    """Whether a hyphenated word continues on the next line."""
    return before[-1] == "-" and before[-2:-1].isalnum() and after[0].isalnum()


def joined(lines: Sequence[Line], skip: int = 0) -> str:
    """Return the lines as running text, without the first ``skip`` characters, single-spaced."""
    if len(lines) == 1:
        text = lines[0].text
    else:
        texts = [line.text for line in lines]
        is_broken = "-" in [text[-1] for text in texts[:-1]]
        text = Passage(lines).text if is_broken else " ".join(texts)
    return _with_single_blanks(text[skip:].strip())


def _with_single_blanks(text: str) -> str:
    """Return the text with single spaces; of other white space, only the unit separator stays."""
    if "\x1f" in text or "\t" in text:
        return " ".join(text.split())
    while "  " in text:  # usually two, after a sentence: replacing is cheaper than splitting
        text = text.replace("  ", " ")
    return text
