"""Columnar tables: cells apart by blanks, columns apart by blanks in every row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import is_rule
from cableconv.patterns import pattern

_CELLS = pattern(r"\s{2,}")


def rows_of(lines: Sequence[Line]) -> tuple[tuple[str, ...], ...]:
    """The rows of a table's lines, rules left out; by columns where these stand out."""
    shown = [line for line in lines if not is_rule(line.text)]
    margin = min((line.indent for line in shown), default=0)
    texts = [" " * (line.indent - margin) + line.text for line in shown]
    bounds = _columns(texts)
    if len(bounds) < 3:
        return tuple(tuple(_CELLS.split(text.strip())) for text in texts)
    return tuple(
        tuple(text[left:right].strip() for left, right in pairwise(bounds)) for text in texts
    )


def _columns(texts: Sequence[str]) -> list[int]:
    """Where columns begin: after two blanks or more that stand in every row."""
    width = max(map(len, texts), default=0)
    blank = [
        all(column >= len(text) or text[column] == " " for text in texts) for column in range(width)
    ]
    starts = [0]
    for column in range(2, width):
        if not blank[column] and blank[column - 1] and blank[column - 2]:
            starts.append(column)
    return [*starts, width]
