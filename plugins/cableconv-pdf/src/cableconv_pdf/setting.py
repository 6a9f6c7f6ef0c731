"""Rows as lines of text: indents and columns as spaces, marginal text as separate lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from cableconv_pdf.rows import Piece, Row

_LEAST = 3  # spaces that separate columns
_FARTHEST = 300  # columns; nothing on a page is farther right
_STRAY = 8  # one row in this many may stick out
_MARK = re.compile(r"(?:¶?\d{1,3}\.|\(?(?:\d{1,2}|[A-Za-z]|[ivx]{2,5})[.)]|--?|[•·*–—o])")
_EXEMPTION = re.compile(
    r"(?:B\d(?: ?\([A-F]\))?|\(b\)\(\d\)(?:\([A-F]\))?|1\.[45] ?\([A-H]\)|,| )+"
)


class Grid(NamedTuple):
    """The left edge of a page's text, and the width of its letters."""

    left: float
    letter: float
    is_fixed: bool


def grid_of(rows: Sequence[Row], pitch: float | None) -> Grid:
    """Return the grid of a page; letters of a fixed font have fixed positions on it."""
    left = min((row.left for row in rows), default=0.0)
    return Grid(left, pitch or _letter(rows), pitch is not None)


def is_mark(row: Row) -> bool:
    """Whether the mark of an item is alone before the words indented after it."""
    return len(row.pieces) > 1 and _MARK.fullmatch(row.pieces[0].text) is not None


def set_row(row: Row, grid: Grid) -> str:
    """Return one line, with each piece in its column."""
    pieces = row.pieces if grid.is_fixed else tuple(_with_marks(row.pieces))
    parts: list[str] = []
    length = 0
    for piece in pieces:
        column = round((piece.left - grid.left) / grid.letter)
        least = length + (2 if grid.is_fixed else _LEAST) if parts else 0
        start = max(min(column, _FARTHEST), least)
        parts += (" " * (start - length), piece.text)
        length = start + len(piece.text)
    return "".join(parts)


def without_margin(row: Row, left: float, right: float) -> tuple[Row | None, list[Row]]:
    """Separate exemptions stamped left or right of the text from the row."""
    inside: list[Piece] = []
    beside: list[Piece] = []
    for piece in row.pieces:
        is_beside = piece.left >= right or piece.right <= left
        stamped = is_beside and _EXEMPTION.fullmatch(piece.text)
        (beside if stamped else inside).append(piece)
    kept = row._replace(pieces=tuple(inside)) if inside else None
    return kept, [row._replace(pieces=(piece,)) for piece in beside]


def text_area(rows: Sequence[Row]) -> tuple[float, float]:
    """Return the edges of nearly all text, as a stamp may be beside it."""
    texts = [row for row in rows if not _EXEMPTION.fullmatch(row.pieces[-1].text)]
    if not texts:
        return 0.0, float("inf")
    last = len(texts) // _STRAY
    lefts, rights = sorted(row.left for row in texts), sorted(row.right for row in texts)
    return lefts[last], rights[-1 - last]


def _letter(rows: Sequence[Row]) -> float:
    """Return a width of letters that keeps columns aligned, whatever they contain."""
    pieces = [piece for row in rows for piece in row.pieces]
    if not pieces:
        return 1.0
    usual = median((piece.right - piece.left) / len(piece.text) for piece in pieces)
    rooms = (
        (right.left - left.left) / (len(left.text) + _LEAST)
        for row in rows
        for left, right in pairwise(tuple(_with_marks(row.pieces)))
    )
    return max(min(rooms, default=usual), usual / 2, 0.1) if usual else 1.0


def _with_marks(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Join the mark of an item with the words indented after it."""
    first, *others = pieces
    if others and _MARK.fullmatch(first.text):
        second = others.pop(0)
        first = Piece(f"{first.text} {second.text}", first.left, second.right)
    yield first
    yield from others
