"""Tables of telegrams by their columns: headings, and columns of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, takewhile, zip_longest

from cableconv.cable import Table
from cableconv.patterns import pattern

_FIGURE = pattern(r"[-+(]?[$€£]?\s?\.?\d[\d,. ]*\s?(?:%|percent)?\)?|-+|n/?a", re.IGNORECASE)
_YEAR = pattern(r"(?:FY ?|CY ?)?(?:19|20)\d\d(?:[-/](?:\d\d){1,2})?", re.IGNORECASE)

_REMARK = pattern(r"(?<=\d)\s+\([^()]*\)$")  # 3 (one of them late)

Column = tuple[str, ...]

_MOST_HEADING_ROWS = 4


def columns_of(table: Table) -> list[Column]:
    """Return the columns, each with a cell for every row; none if only lines are known."""
    return list(zip_longest(*table.rows, fillvalue=""))


def is_ragged(table: Table) -> bool:
    """Whether most rows lack cells, so that the printed lines say more than the columns."""
    widest = max(map(len, table.rows), default=0)
    lacking = sum(len(row) < widest for row in table.rows)
    return bool(table.text) and 2 * lacking > len(table.rows)


def heading_rows(columns: Sequence[Column]) -> int:
    """Return how many rows at the top name the columns: they have no numbers, but the rest does.

    Rows after the first one belong to the heading only if they leave cells empty, as names of
    several lines do, and some column has nothing but numbers below them.
    """
    rows = list(zip(*columns, strict=True))
    leading = list(takewhile(_has_names, rows[:_MOST_HEADING_ROWS]))
    more = list(takewhile(lambda row: any(row[1:]), leading[1:]))
    if not leading or not any(map(_is_figure, chain.from_iterable(rows[1:]))):
        return 0
    count = 1 + len(more)
    has_gaps = not all(chain.from_iterable(rows[:count]))
    return count if has_gaps and any(holds_figures(each[count:]) for each in columns) else 1


def _has_names(row: Column) -> bool:
    """Whether the row has words or years, but no other numbers, with a remark or without one."""
    cells = [_REMARK.sub("", cell) for cell in row]
    return any(row) and not any(_is_figure(cell) and not _YEAR.fullmatch(cell) for cell in cells)


def holds_figures(cells: Iterable[str]) -> bool:
    """Whether all filled cells are numbers, such as amounts, shares, ``N/A`` or a dash."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(map(_is_figure, filled))


def _is_figure(cell: str) -> bool:
    return _FIGURE.fullmatch(cell) is not None
