"""Tables: the lines that are rows of cells."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cableconv.parser.lexer.facts import COLUMNS
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import has_columns, is_rule
from cableconv.patterns import pattern

_FIGURES = pattern(r"(?:\s{1,2}\(?[-+$]?\d[\d,.]*%?\)?){2,}$")
_LONGEST_ROW = 160  # characters: a longer line is text that a scrape joined
_GAP = 2  # spaces before a cell
_CELL_GAP = "  "
_LAST_CELLS = 60  # characters at a line's end in which its figures stand


class Tables:
    """Finds the tables among a body's lines; ``numbered``: those that begin a paragraph."""

    def __init__(self, lines: Sequence[Line], numbered: Collection[int]) -> None:
        self._lines = lines
        self._numbered = numbered

    def length_at(self, index: int) -> int:
        """How many lines from ``index`` on are one table; 0 for none."""
        if not self._has_columns(index):
            return 0
        end, rows = index, 0
        while end < len(self._lines) and end not in self._numbered:
            line = self._lines[end]
            columns = self._has_columns(end) or self._is_between_rows(end)
            columns = columns or (end > index and self._is_wrapped_cell(end))
            if (not columns and not is_rule(line.text)) or (line.gap > 1 and end > index):
                break
            rows += columns
            end += 1
        return end - index if rows > 1 else 0

    def _has_columns(self, index: int) -> bool:
        line = self._lines[index]
        columns = line.facts & COLUMNS and len(line.text) <= _LONGEST_ROW
        return bool(columns) and has_columns(line.text)

    def _is_between_rows(self, index: int) -> bool:
        """Whether a line that ends in figures stands right between two rows: its cells met.

        Below the last of them, two spaces between its cells show that it is a row.
        """
        if not 0 < index < len(self._lines) - 1:
            return False
        line, below = self._lines[index], self._lines[index + 1]
        apart = below.gap and _CELL_GAP not in line.text
        if (
            line.gap
            or apart
            or _FIGURES.search(line.text, max(len(line.text) - _LAST_CELLS, 0)) is None
        ):
            return False
        return self._has_columns(index - 1) and (below.gap > 0 or self._has_columns(index + 1))

    def _is_wrapped_cell(self, index: int) -> bool:
        """Whether it continues a cell right above it, as it begins in that cell's column."""
        line, above = self._lines[index], self._lines[index - 1]
        start = line.indent - above.indent
        if line.gap or start < _GAP or not above.text[start - _GAP : start].isspace():
            return False
        return above.text[start : start + 1].strip() != ""
