"""The cells of a table's rows: between bars or tabs, below a rule, or between spaces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cableconv.parser.body.tables.ruled_columns import rows_below_rule
from cableconv.parser.body.tables.usual_rows import rows_by_usual_ones
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import CELL_MARK, is_rule
from cableconv.patterns import pattern

_CELLS = pattern(r"\s{2,}|\t")
_FIGURE = pattern(r"[-+$]?\d[\d.,]*\s?%?$")
_BARRED_RULE = frozenset("|-:=+ ")  # the line below the column names
_FEWEST_COLUMNS = 2
_GAP = "  "  # between cells, where the columns of all rows were read as one

Row = tuple[str, ...]


def rows_of(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Return the rows of a table's lines without rules."""
    shown = [line for line in lines if not is_rule(line.text)]
    if shown and all(CELL_MARK in line.text for line in shown):
        return tuple(_barred(line.text) for line in shown if not _BARRED_RULE.issuperset(line.text))
    margin = min((line.indent for line in lines), default=0)
    texts = [" " * (line.indent - margin) + line.text for line in shown]
    if any("\t" in text for text in texts):
        return tuple(tuple(_CELLS.split(text.strip())) for text in texts)
    if figures := _names_with_figures(texts):
        return figures
    rules = [" " * (line.indent - margin) + line.text for line in lines if is_rule(line.text)]
    starts = _columns(texts)
    rows = rows_below_rule(rules, texts, len(starts) - 1) or _aligned(starts, texts)
    return rows or tuple(rows_by_usual_ones(texts))


def _names_with_figures(texts: Sequence[str]) -> tuple[Row, ...] | None:
    """Return the rows of a name and a figure each, however far the figures are shifted."""
    rows = []
    for text in texts:
        name, figure = _CELLS.split(text.strip(), 1) if _GAP in text.strip() else ("", "")
        if not _FIGURE.match(figure) or not name[0].isalpha():
            return None
        rows.append((name, figure))
    return tuple(rows)


def _barred(text: str) -> Row:
    """Return the cells between vertical bars."""
    return tuple(cell.strip() for cell in text.strip(CELL_MARK).split(CELL_MARK))


def _aligned(bounds: Sequence[int], texts: Sequence[str]) -> tuple[Row, ...] | None:
    """Return the cells of columns with spaces between in every row; ``None`` if cells met."""
    if len(bounds) <= _FEWEST_COLUMNS:
        return None
    rows = [tuple(text[start:end].strip() for start, end in pairwise(bounds)) for text in texts]
    if any(_GAP in cell for row in rows for cell in row):
        return None
    return _with_names_in_place(rows)


def _with_names_in_place(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows, the names of columns above their figures if a scrape shifted them.

    Then some column has nothing but a name, and there is a name for each column but the first.
    """
    first, *others = rows
    filled = [at for at in range(len(first)) if any(row[at] for row in others)]
    names = [name for name in first if name]
    if len(filled) == len(first) or len(names) != len(filled) - 1:
        return tuple(rows)
    return ("", *names), *(tuple(row[at] for at in filled) for row in others)


def _columns(texts: Sequence[str]) -> list[int]:
    """Return the starts of columns: after two or more spaces in every row."""
    width = max(map(len, texts), default=0)
    blank = [
        all(column >= len(text) or text[column] == " " for text in texts) for column in range(width)
    ]
    starts = [0]
    for column in range(2, width):
        if not blank[column] and blank[column - 1] and blank[column - 2]:
            starts.append(column)
    return [*starts, width]
