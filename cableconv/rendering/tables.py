"""Tables of telegrams by their columns: headings, and columns of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from cableconv.cable import Table
from cableconv.patterns import pattern

_FIGURE = pattern(r"[-+(]?[$€£]?\s?\.?\d[\d,. ]*\s?(?:%|percent)?\)?|-+|n/?a", re.IGNORECASE)
_YEAR = pattern(r"(?:FY ?|CY ?)?(?:19|20)\d\d(?:[-/](?:\d\d){1,2})?", re.IGNORECASE)

Column = tuple[str, ...]


def columns_of(table: Table) -> list[Column]:
    """Return the columns, each with a cell for every row; none if only lines are known."""
    return list(zip_longest(*table.rows, fillvalue=""))


def is_ragged(table: Table) -> bool:
    """Whether most rows lack cells, so that the printed lines say more than the columns."""
    widest = max(map(len, table.rows), default=0)
    lacking = sum(len(row) < widest for row in table.rows)
    return bool(table.text) and 2 * lacking > len(table.rows)


def has_heading(columns: Sequence[Column]) -> bool:
    """Whether the first row names the columns: it has no numbers, but the rest does."""
    names = [column[0] for column in columns]
    if not any(names) or any(_is_figure(name) and not _YEAR.fullmatch(name) for name in names):
        return False
    return any(_is_figure(cell) for column in columns for cell in column[1:])


def holds_figures(cells: Iterable[str]) -> bool:
    """Whether all filled cells are numbers, such as amounts, shares, ``N/A`` or a dash."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(map(_is_figure, filled))


def _is_figure(cell: str) -> bool:
    return _FIGURE.fullmatch(cell) is not None
