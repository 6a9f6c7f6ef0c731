"""Tables: the lines that are rows of cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from cableconv.parser.lexer.facts import COLUMNS
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import has_columns, is_rule
from cableconv.patterns import pattern

_FIGURES = pattern(r"(?:\s{1,2}\(?[-+$]?\d[\d,.]*%?\)?){2,}$")
_FIGURES_APART = pattern(r"(?:\s{2,3}\(?[-+$]?\d[\d,.]*%?\)?){3}$")
_LONGEST_ROW = 160  # characters: a longer line is text that a scrape joined
_GAP = 2  # spaces before a cell
_CELL_GAP = "  "
_WIDE_GAP = "   "
_FAR = 8  # characters, to the right of the first column
_LONGEST_HEAD = 30  # characters of a column's name
_LONGEST_NAME = 4  # lines of a row's name, with the next row
_NAME = pattern(r"[^\W\d](?:\S|\s(?!\s))*\s{2,}(?=\S)")  # of a row, and the blanks behind it
FIGURE_ENDS = frozenset("0123456789%)")
"""What a figure ends with: asked first, as lines of text rarely do."""
_LAST_CELLS = 60  # characters at a line's end in which its figures stand


class Tables:
    """Finds the tables among a body's lines; ``numbered``: those that begin a paragraph."""

    def __init__(self, lines: Sequence[Line], numbered: Collection[int]) -> None:
        self._lines = lines
        self._numbered = numbered

    def length_at(self, index: int) -> int:
        """How many lines from ``index`` on are one table; 0 for none."""
        if self._has_columns(index):
            return self._length_of_rows(index)
        below = self._length_of_rows(index + 1) if self._is_name_above(index) else 0
        return below + (below > 0)

    def _length_of_rows(self, index: int) -> int:
        """How many lines from a row on are one table; 0 for none."""
        end, rows = index, 0
        while end < len(self._lines) and end not in self._numbered:
            line = self._lines[end]
            columns = self._has_columns(end) or self._is_between_rows(end)
            columns = columns or (rows > 0 and _continues_cell(line, self._lines[end - 1]))
            if not (columns or is_rule(line.text) or (rows and self._continues_name(end))):
                break
            if line.gap > 1 and end > index:
                break
            rows += columns
            end += 1
        return end - index if rows > 1 else 0

    def _has_columns(self, index: int) -> bool:
        line = self._lines[index]
        if line.facts & COLUMNS and len(line.text) <= _LONGEST_ROW and has_columns(line.text):
            return True
        return line.text[-1] in FIGURE_ENDS and has_figures_apart(line)

    def _is_name_above(self, index: int) -> bool:
        """Whether the first words of a column's name are above the line with the other names."""
        line = self._lines[index]
        if line.indent < _FAR or len(line.text) > _LONGEST_HEAD or index + 1 in self._numbered:
            return False
        below = self._lines[index + 1] if index + 1 < len(self._lines) else None
        if below is None or below.gap or not self._has_columns(index + 1):
            return False
        return _FAR <= line.indent - below.indent < len(below.text)

    def _is_between_rows(self, index: int) -> bool:
        """Whether a line stands right between two rows: its cells met, or look like labels.

        It ends in figures, or has a wide gap; below the last row, two spaces show a row.
        """
        if not 0 < index < len(self._lines) - 1:
            return False
        line, below = self._lines[index], self._lines[index + 1]
        apart = below.gap and _CELL_GAP not in line.text
        cells = not below.gap and _WIDE_GAP in line.text
        if line.gap or apart or not (cells or _ends_in(_FIGURES, line)):
            return False
        return self._has_columns(index - 1) and (below.gap > 0 or self._has_columns(index + 1))

    def _continues_name(self, index: int) -> bool:
        """Whether it goes on with a row's name: below its first words, and above another row.

        A name may go on for several lines; a bracket that is open there closes in it.
        """
        for at in range(index, min(index + _LONGEST_NAME, len(self._lines))):
            line = self._lines[at]
            if line.gap or at in self._numbered or is_rule(line.text):
                return False
            if at > index and self._has_columns(at):
                return self._is_below_name(index, at - 1)
            if at == index and line.text.count("(") != line.text.count(")"):
                return self._is_below_name(index, index)
        return False

    def _is_below_name(self, first: int, last: int) -> bool:
        """Whether the lines are no longer than the name of the row above them."""
        row = next(at for at in range(first - 1, -1, -1) if self._has_columns(at) or not at)
        begins = self._lines[row]
        name = _NAME.match(begins.text)
        return name is not None and all(
            line.indent == begins.indent and len(line.text) < name.end()
            for line in self._lines[first : last + 1]
        )


def has_figures_apart(line: Line) -> bool:
    """Whether it ends in three figures with more than one space between them."""
    return _CELL_GAP in line.text and _ends_in(_FIGURES_APART, line)


def _ends_in(figures: re.Pattern[str], line: Line) -> bool:
    return figures.search(line.text, max(len(line.text) - _LAST_CELLS, 0)) is not None


def _continues_cell(line: Line, above: Line) -> bool:
    """Whether it begins in the column of a cell right above, or ends where the last one does."""
    start = line.indent - above.indent
    if line.gap or start < _GAP:
        return False
    if above.text[start - _GAP : start].isspace() and above.text[start : start + 1].strip():
        return True
    last = above.text.rfind(_CELL_GAP) + len(_CELL_GAP)
    return last >= len(_CELL_GAP) and start >= last and start + len(line.text) == len(above.text)
