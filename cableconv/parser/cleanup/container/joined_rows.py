"""Archive rows whose first line a page joined to the end of the telegram's line above."""

from __future__ import annotations

from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern

DATE = r"(?:\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d\d-\d\d)(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?"
"""A date in a column, perhaps with the time."""
_BEHIND_DOTS = pattern(rf"\.\.(?={DATE}\s[CSUL][ NO])")
_RECORD = pattern(r"id: (?<=[A-Z\d.…]id: )\d{1,7}\s*$")
_BELOW = "date: "


def cut_at_rows(lines: Lines, text: str) -> Lines:
    """Cut lines where a row begins: after a teaser's dots, or after the header's last addressee."""
    if ".." in text and _BEHIND_DOTS.search(text):
        lines = _cut_behind_dots(lines)
    return _cut_at_record(lines) if "id: " in text else lines


def _cut_behind_dots(lines: Lines) -> Lines:
    found: Lines = []
    for line in lines:
        cut = _BEHIND_DOTS.search(line.text) if ".." in line.text else None
        found += [line.head(cut.end()), line.tail(cut.end())] if cut else [line]
    return found


def _cut_at_record(lines: Lines) -> Lines:
    """Cut before ``id: 4711``, if the record's next field is below."""
    found: Lines = []
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        record = _RECORD.search(line.text) if _begins_record(below) else None
        found += _parted(line, record.start()) if record else [line]
    return found


def _begins_record(line: Line | None) -> bool:
    return line is not None and line.text.startswith(_BELOW)


def _parted(line: Line, at: int) -> Lines:
    return [line.head(at), line.tail(at)]
