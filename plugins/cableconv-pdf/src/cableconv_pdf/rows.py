"""The text on one base line: pieces separated by wide gaps, with words joined in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median
from typing import NamedTuple

from cableconv_pdf.characters import Character

_SAME_LINE = 0.4  # of a letter's height: for raised letters, and crooked scans
_WORD = 0.16  # the letters of a word are closer
_WIDE = 1.1  # spaces between words are narrower, even in justified lines
_COLUMNS = 0.6
_SAME_WIDTH = 0.02


class Piece(NamedTuple):
    """Adjacent words, from ``left`` to ``right``."""

    text: str
    left: float
    right: float


class Row(NamedTuple):
    """The pieces on a base line; ``y`` grows upwards, ``size`` is the height of its letters."""

    pieces: tuple[Piece, ...]
    y: float
    size: float

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def right(self) -> float:
        return self.pieces[-1].right

    @property
    def text(self) -> str:
        """The words, separated by single spaces."""
        return " ".join(" ".join(piece.text for piece in self.pieces).split())


def rows(characters: Iterable[Character], pitch: float | None) -> list[Row]:
    """Return the rows from top to foot; ``pitch`` is the width of a fixed font's letters."""
    found = (_row(line, pitch) for line in _base_lines(characters))
    return [row for row in found if row]


def pitch_of(characters: Iterable[Character]) -> float | None:
    """Return the common width of all letters, or None."""
    widths = [each.right - each.left for each in characters if each.text.isalnum()]
    if not widths:
        return None
    usual = median(widths)
    alike = sum(abs(width - usual) <= _SAME_WIDTH * usual for width in widths)
    return usual if usual and alike > 0.9 * len(widths) else None


def _base_lines(characters: Iterable[Character]) -> Iterator[list[Character]]:
    line: list[Character] = []
    for each in sorted(characters, key=lambda each: -each.y):
        if line and line[0].y - each.y > _SAME_LINE * min(line[0].size, each.size):
            yield line
            line = []
        line.append(each)
    if line:
        yield line


def _row(line: list[Character], pitch: float | None) -> Row | None:
    letters = [each for each in line if each.text != " "]
    if not letters:
        return None
    size = median(each.size for each in letters)
    ordered = sorted(line, key=lambda each: each.left)
    wide = 1.5 * pitch if pitch else _WIDE * size
    pieces = tuple(_pieces(ordered, size, wide))
    if len(pieces) > 1 and not pitch:  # a row of a table, whose columns may be closer
        pieces = tuple(_pieces(ordered, size, _COLUMNS * size))
    return Row(pieces, median(each.y for each in letters), size)


def _pieces(line: list[Character], size: float, wide: float) -> Iterator[Piece]:
    text, left, right, is_parted = "", 0.0, 0.0, False
    for each in line:
        if each.text == " ":
            is_parted = True
            continue
        gap = each.left - right
        if text and gap > wide:
            yield Piece(text, left, right)
            text = ""
        elif text and (gap > _WORD * size or (is_parted and gap > -_WORD * size)):
            text += " "
        left = left if text else each.left
        text, right, is_parted = text + each.text, each.right, False
    yield Piece(text, left, right)
