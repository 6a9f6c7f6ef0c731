"""A damaged row of CSV below the header that it repeats, without its first cells or its line ends.

``archive_rows`` knows whole rows by their first cells.  Here the row is known by the cells in its
middle, and all of it up to the cell of the text is furniture as printed: the header above has the
same data, whole.
"""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from cableconv.parser.account.account import Account
from cableconv.parser.cleanup.container.archive_rows import ARCHIVE_ID, LEVEL, ROW, ROW_BEGINS
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.limits import FARTHEST_CLASS_LINE
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern
from cableconv.vocabulary.archive_ids import ids_by_number

# the end of a quoted cell, which prose hardly has; a pattern is faster than ``in`` for it
_SIGN = pattern('",')
_MIDDLE = pattern(
    rf'.{{1,160}}?,"?(?P<id>{ARCHIVE_ID})"?,"?(?P<office>[A-Z][A-Za-z .]{{2,50}}?) ?"?,'
    rf'"?(?P<classification>{LEVEL})"?,(?P<references>[^",]*),'
)
_SAID = ("id", "office", "classification")
_FEWEST_COMMAS = 3
_CELL_OF_TEXT = pattern(r'",\s?"?(?=[A-Z])')
_DATED = pattern(r"\d{6}Z [A-Z]{3} \d\d")


def take_damaged_rows(lines: Lines, account: Account) -> Lines:
    """Return the lines without such a row; its data are kept by the fields of ``Source``."""
    if not _SIGN.search(account.text):
        return lines
    for index, line in enumerate(lines[:FARTHEST_CLASS_LINE]):
        if line.text.count(",") > _FEWEST_COMMAS and (found := _MIDDLE.match(line.text)):
            end = None if ROW_BEGINS.match(line.text) else _end(lines, index)
            if end is None or not _repeats(lines, index, end.line):
                return lines
            account.rows.append({name: found[name] for name in _SAID})
            account.cited.update(ids_by_number(found["references"]))
            return _without_row(lines, index, end, account)
    return lines


def _without_row(lines: Lines, index: int, end: _End, account: Account) -> Lines:
    """Return the lines without the row from ``index`` on, which becomes furniture."""
    for piece in (*lines[index : end.line], lines[end.line].head(end.offset)):
        account.mark_furniture(ROW, [piece])
    below = replace(lines[end.line].tail(end.offset), cut=ROW)
    return [*lines[:index], below, *lines[end.line + 1 :]]


class _End(msgspec.Struct, frozen=True):
    """The index of the line that has the class line, and where it begins in it."""

    line: int
    offset: int


def _end(lines: Lines, start: int) -> _End | None:
    """Return the start of the cell behind the header's, which begins with the class line."""
    for index, line in enumerate(lines[start:FARTHEST_CLASS_LINE], start):
        for found in _CELL_OF_TEXT.finditer(line.text):
            if read_class_line(line.text[found.end() :]):
                return _End(index, found.end())
    return None


def _repeats(lines: Lines, start: int, end: int) -> bool:
    """Whether the row has the date-time group of a header above it."""
    dated = next(filter(None, map(_dated, lines[:start])), None)
    return dated is not None and any(_dated(line) == dated for line in lines[start : end + 1])


def _dated(line: Line) -> str | None:
    found = _DATED.search(line.text)
    return found[0] if found else None
