"""The cells of a table whose rows do not show the same columns.

Where the cells of some rows met, or a title is over several columns, the rows with the usual
number of cells show where the columns are.  Where these are shifted, as tabs were lost, figures
at a row's end are cells of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cableconv.patterns import pattern

_PIECE = pattern(r"\S+(?: \S+)*")
_GAP = "  "
# a figure in brackets belongs to the one before it, unless the row has no others
_FIGURES = (pattern(r" (?=[-+$]?\d)"), pattern(r" (?=\(?[-+$]?\d)"))
_MANY = 3  # at least one row of three
_FEWEST_FULL = 2  # rows that show the columns

Row = tuple[str, ...]
Column = tuple[int, int]  # its first start and its last end


def rows_by_usual_ones(texts: Sequence[str]) -> Iterator[Row]:
    """Yield the rows by the columns of those with the usual number of cells."""
    pieces = [list(_PIECE.finditer(text)) for text in texts]
    usual = _usual_number(list(map(len, pieces)))
    full = [row for row in pieces if len(row) == usual]
    columns = [
        (min(cell.start() for cell in column), max(cell.end() for cell in column))
        for column in zip(*full, strict=True)
    ]
    distinct = len(full) >= _FEWEST_FULL and all(
        end < start for (_, end), (start, _) in pairwise(columns)
    )
    below = False
    for text, row in zip(texts, pieces, strict=True):
        below = below or len(row) == usual
        cells = _with_figures([cell[0] for cell in row], usual)
        if len(cells) < usual and distinct:
            cells = _cut(text, columns) if below else _placed(row, columns)
        yield cells


def _usual_number(numbers: Sequence[int]) -> int:
    """Return the number of cells of most rows, or a greater one of many: others lack a name."""
    counts = Counter(numbers)
    usual = max(counts, key=lambda number: (counts[number], number), default=0)
    full = [number for number, count in counts.items() if count * _MANY >= len(numbers)]
    return max([usual, *full])


def _with_figures(cells: Sequence[str], usual: int) -> Row:
    """Return the cells, cut before figures if this gives the usual number of them."""
    for figure in _FIGURES if len(cells) < usual else ():
        parted = [piece for cell in cells for piece in figure.split(cell)]
        if len(parted) == usual:
            return tuple(parted)
    return tuple(cells)


def _placed(row: Sequence[re.Match[str]], columns: Sequence[Column]) -> Row:
    """Return the names of columns in their places; one may be over several columns."""
    middles = [(start + end) / 2 for start, end in columns]
    cells = [""] * len(columns)
    for name in row:
        covered = [at for at, middle in enumerate(middles) if name.start() <= middle < name.end()]
        middle = (name.start() + name.end()) / 2
        nearest = min(range(len(middles)), key=lambda at: abs(middles[at] - middle))
        at = covered[0] if covered else nearest
        if any(cells[at:]):
            return tuple(name[0] for name in row)  # they fit no columns
        cells[at] = name[0]
    return tuple(cells)


def _cut(text: str, columns: Sequence[Column]) -> Row:
    """Return the cells of a row, cut where columns meet; a cell may be over several."""
    cells, begin, over = list[str](), 0, 0
    for (_, end), (start, _) in pairwise(columns):
        at = text.rfind(_GAP, end - 1, start + 1)
        if at < 0 and not text[start - 1 : start].strip():  # the row may end before it
            at = min(start - 1, len(text))
        if at < 0:
            over += 1
            continue
        cells += [text[begin:at].strip(), *[""] * over]
        begin, over = at, 0
    return (*cells, text[begin:].strip(), *[""] * over)
