"""The columns of a table that a rule shows by groups of dashes, and the cells below them."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.cable import Span
from cableconv.patterns import pattern

_CHUNK = pattern(r"\S+(?: \S+)*")
_WORD = pattern(r"\S+")
_FIGURE = pattern(r"[-+$(]*\d")
_GROUP = pattern(r"[-=_]{2,}")
_BROKEN_RULE = 45  # characters: teleprinters broke a longer rule, which has no columns
_FEWEST_COLUMNS = 2


def rows_below_rule(
    rules: Sequence[str], texts: Sequence[str], seen: int
) -> tuple[tuple[str, ...], ...] | None:
    """Return the cells below the groups of the rule with most of them.

    ``None`` without such a rule, if it has fewer groups than the ``seen`` columns between spaces,
    or if two cells are in one column.
    """
    columns = _columns(rules, texts)
    if len(columns) < max(seen - 1, _FEWEST_COLUMNS):
        return None
    rows = [row for text in texts if (row := _below(columns, text))]
    return tuple(rows) if len(rows) == len(texts) else None


def _columns(rules: Sequence[str], texts: Sequence[str]) -> list[Span]:
    """Return the places of the groups, and before them that of the rows' names."""
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
