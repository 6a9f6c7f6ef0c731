"""The cells of a table's rows: between bars, below the groups of a rule, or between spaces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cableconv.cable import Span
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import CELL_MARK, is_rule
from cableconv.patterns import pattern

_CELLS = pattern(r"\s{2,}|\t")
_CHUNK = pattern(r"\S+(?: \S+)*")
_WORD = pattern(r"\S+")
_FIGURE = pattern(r"[-+$(]*\d")
_GROUP = pattern(r"[-=_]{2,}")
_BARRED_RULE = frozenset("|-:=+ ")  # the line below the column names
_BROKEN_RULE = 45  # characters: teleprinters broke a longer rule, which has no columns
_FEWEST_COLUMNS = 2
_GAP = "  "  # between cells, where the columns of all rows were read as one

Rows = tuple[tuple[str, ...], ...]


def rows_of(lines: Sequence[Line]) -> Rows:
    """Return the rows of a table's lines without rules; by columns if these are distinct."""
    shown = [line for line in lines if not is_rule(line.text)]
    if shown and all(CELL_MARK in line.text for line in shown):
        return tuple(_barred(line.text) for line in shown if not _BARRED_RULE.issuperset(line.text))
    margin = min((line.indent for line in lines), default=0)
    texts = [" " * (line.indent - margin) + line.text for line in shown]
    return _ruled(lines, margin, texts) or _aligned(texts) or _split(texts)


def _split(texts: Sequence[str]) -> Rows:
    """Return the cells between tabs or two spaces, whatever is above or below them."""
    return tuple(tuple(_CELLS.split(text.strip())) for text in texts)


def _ruled(lines: Sequence[Line], margin: int, texts: Sequence[str]) -> Rows | None:
    """Return the cells below the groups of a rule, if it has them and there is one in each."""
    columns = _ruled_columns(lines, margin, texts)
    if len(columns) < max(len(_columns(texts)) - 1, _FEWEST_COLUMNS) or _has_tabs(texts):
        return None
    rows = [row for text in texts if (row := _below(columns, text))]
    return tuple(rows) if len(rows) == len(texts) else None


def _aligned(texts: Sequence[str]) -> Rows | None:
    """Return the cells of columns with spaces between in every row; ``None`` if cells met."""
    bounds = _columns(texts)
    if len(bounds) <= _FEWEST_COLUMNS or _has_tabs(texts):
        return None
    rows = [tuple(text[start:end].strip() for start, end in pairwise(bounds)) for text in texts]
    met = sum(_GAP in cell for row in rows for cell in row)
    return None if met > 1 else tuple(rows)


def _has_tabs(texts: Sequence[str]) -> bool:
    return any("\t" in text for text in texts)


def _barred(text: str) -> tuple[str, ...]:
    """Return the cells between vertical bars."""
    return tuple(cell.strip() for cell in text.strip(CELL_MARK).split(CELL_MARK))


def _ruled_columns(lines: Sequence[Line], margin: int, texts: Sequence[str]) -> list[Span]:
    """Return the columns that a ruled line shows by groups of dashes, and that of row names."""
    rules = (" " * (line.indent - margin) + line.text for line in lines if is_rule(line.text))
    groups = max(([*_GROUP.finditer(rule)] for rule in rules), key=len, default=[])
    columns = [Span(*group.span()) for group in groups]
    if len(columns) < _FEWEST_COLUMNS or any(len(group[0]) >= _BROKEN_RULE for group in groups):
        return []
    first = columns[0].start
    named = any(text[: first - 1].strip() for text in texts) if first > 1 else False
    return [Span(0, first - 1), *columns] if named else columns


def _below(columns: Sequence[Span], text: str) -> tuple[str, ...] | None:
    """Return the cells of a row, each in the column that most of it is below.

    A figure begins a cell also after a single space; a word does not, as names may be long.
    ``None`` if two cells are in one column: the scrape removed spaces.
    """
    cells: list[list[str]] = [[] for _ in columns]
    for chunk in _CHUNK.finditer(text):
        at = _nearest(columns, chunk.span())
        if cells[at]:
            return None
        if _is_below_several(columns, chunk.span()):
            for word in _WORD.finditer(text, *chunk.span()):
                if word.start() == chunk.start() or _FIGURE.match(word[0]):
                    at = _nearest(columns, word.span())
                cells[at].append(word[0])
        else:
            cells[at].append(chunk[0])
    return tuple(" ".join(cell) for cell in cells)


def _is_below_several(columns: Sequence[Span], place: tuple[int, int]) -> bool:
    """Whether cells met there: words, or words and figures, with one space between them."""
    return sum(_distance(column, place) < 0 for column in columns) > 1


def _nearest(columns: Sequence[Span], place: tuple[int, int]) -> int:
    return min(range(len(columns)), key=lambda at: _distance(columns[at], place))


def _distance(column: Span, place: tuple[int, int]) -> int:
    """Return the number of characters between them; below zero, how many they share."""
    return max(column.start, place[0]) - min(column.end, place[1])


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
