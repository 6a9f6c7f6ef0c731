"""The table of message data: who wrote to whom, when, under which rules, about what.

An addressee's name and office, precedence, number and route stand in columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cableconv.cable import Addressee, Cable, Reference
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.page import TEXT_WIDTH
from cableconv.exporters.docx.tables import grid, table_properties
from cableconv.exporters.docx.text import BREAK, TAB, paragraph, run, wrapped
from cableconv.rendering.message_data import message_data as fields_of

STOPS = (210, 300, 334)
"""Where precedence, number and route stand, in points: the tab stops of the style."""

_CAPITAL = 5.9  # points that a letter of the style takes, nearly all of them capitals
_UNSURE = 15  # so near to a stop the real width decides which side of it the name ends

_LABEL_WIDTH = 1560
_WIDTHS = (_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH)


Noted = Callable[[str, str], str]
"""Puts the notes on a field, known by its label, into the row that shows it."""


def as_it_is(_label: str, row: str) -> str:
    """The row without notes."""
    return row


def message_data(cable: Cable, references: str, noted: Noted = as_it_is) -> str:
    """The table, one row for each field that the cable has; nothing where it has none.

    ``references`` is the finished reference list.
    """
    return named_values("Message data", _fields(cable, references), noted)


def named_values(title: str, rows: Iterable[tuple[str, str]], noted: Noted = as_it_is) -> str:
    """A table of names and what goes by them; rows without a value are left out."""
    content = "".join(noted(label, _row(label, values)) for label, values in rows if values)
    if not content:
        return ""
    properties = table_properties(styles.MESSAGE_DATA, TEXT_WIDTH, "firstColumn", title)
    return f"<w:tbl>{properties}{grid(_WIDTHS)}{content}</w:tbl>{wrapped(styles.TABLE_SPACE, '')}"


def _row(label: str, values: str) -> str:
    name = wrapped(styles.MESSAGE_LABEL, run(label))
    cells = zip(_WIDTHS, (name, values), strict=True)
    return f"<w:tr>{''.join(_cell(width, content) for width, content in cells)}</w:tr>"


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _fields(cable: Cable, references: str) -> Iterator[tuple[str, str]]:
    for label, values in fields_of(cable):
        yield label, references if label == "References" else "".join(map(_value, values))


def _value(value: str | Addressee | Reference) -> str:
    if isinstance(value, Addressee):
        return _addressee(value)
    return paragraph(styles.MESSAGE_VALUE, value if isinstance(value, str) else value.text)


def _addressee(addressee: Addressee) -> str:
    """The addressee's paragraph, and one with those that are exempted from a collective."""
    name = " ".join(filter(None, (addressee.name, addressee.office)))
    line = wrapped(styles.ADDRESSEE, run(name) + _columns(addressee, len(name) * _CAPITAL))
    if addressee.exempted:
        line += paragraph(styles.ADDRESSEE, f"except {', '.join(addressee.exempted)}")
    return line


def _columns(addressee: Addressee, position: float) -> str:
    """What stands behind the name, each at its stop: on a new line where that may be passed."""
    runs = ""
    columns = (addressee.precedence, addressee.number, addressee.route)
    for stop, value in zip(STOPS, columns, strict=True):
        if not value:
            continue
        unsure = not runs and any(abs(position - each) < _UNSURE for each in STOPS)
        if unsure or position >= stop:
            runs, position = runs + BREAK, 0
        runs += TAB * sum(position < each <= stop for each in STOPS) + run(value)
        position = stop + len(value) * _CAPITAL
    return runs
