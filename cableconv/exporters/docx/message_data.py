"""The table of message data: sender and addressees, date, rules, subject.

Addressees have a row each, with name and office, precedence, number and route in separate
columns; a long name takes the space of empty ones.  A long list is running text, a few to a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from math import ceil
from typing import NamedTuple

from cableconv.cable import Addressee, Reference
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.page import TEXT_WIDTH
from cableconv.exporters.docx.tables import grid, table_properties
from cableconv.exporters.docx.text import KEEP_NEXT, paragraph, run, wrapped
from cableconv.rendering.message_data import MANY_ADDRESSEES, Field

_LABEL, _PRECEDENCE, _NUMBER, _ROUTE = 1560, 1340, 800, 1240
_BEHIND_NAME = _LABEL + _PRECEDENCE + _NUMBER + _ROUTE
_NAME = TEXT_WIDTH - _BEHIND_NAME
_COLUMNS = (_NAME, _PRECEDENCE, _NUMBER, _ROUTE)
_DESCRIPTION = "A name in the first column, what goes by it in the others"
_CELL_END = "</w:tc>"
_WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
_RESTART = ' w:val="restart"'
_LONG_CELL = 2000
"""Characters of XML; a longer cell may break across pages."""

_KEPT_AT_END = 3
"""The last rows of a table, which are kept on one page with the following text."""

_SHORT_FIELD = 6
"""Rows of a field that are kept on one page."""

_IN_A_ROW = 10
"""The most addressees in a row of text; LibreOffice does not divide a row that fits on a page."""

_OPENINGS = 256
"""Openings of cells that are remembered; one width of the table has about ten."""

_NO_RULE_ABOVE, _NO_RULE_BELOW = '<w:top w:val="nil"/>', '<w:bottom w:val="nil"/>'

_RUNNING_TEXT = f'<w:p><w:pPr><w:pStyle w:val="{styles.ADDRESSEES}"'

Noted = Callable[[str, str], str]
"""Adds the notes on a field, found by its label, to its row."""


class _Cell(NamedTuple):
    """Paragraphs across some of the columns."""

    content: str
    columns: int = len(_COLUMNS)


_Row = Sequence[_Cell]


def as_it_is(_label: str, row: str) -> str:
    """Return the row without notes."""
    return row


def message_data(
    fields: Iterable[Field],
    references: str,
    noted: Noted = as_it_is,
    width: int = TEXT_WIDTH,
    ends_kept: bool = False,
) -> str:
    """Return the table, one row per field and addressee; nothing if there are none.

    ``references`` is the finished reference list, ``width`` the available width; ``ends_kept``
    keeps the first two rows together, those of a short field, and the last ones with the
    following paragraph.
    """
    rows = _with_references(fields, references)
    return _table("Message data", rows, noted, width, ends_kept)


def named_values(title: str, values: Iterable[tuple[str, str]]) -> str:
    """Return a table of names and values; empty values are left out."""
    fields = ((name, [[_Cell(value)]] if value else []) for name, value in values)
    return _table(title, fields, as_it_is, TEXT_WIDTH)


def _table(
    title: str,
    fields: Iterable[tuple[str, Sequence[_Row]]],
    noted: Noted,
    width: int,
    ends_kept: bool = False,
) -> str:
    sizes = (width - _BEHIND_NAME, *_COLUMNS[1:])
    shown = [(label, rows) for label, rows in fields if rows]
    kept = _kept([rows for _, rows in shown]) if ends_kept else repeat("")
    content = "".join(
        [noted(label, "".join(_rows(label, rows, sizes, kept))) for label, rows in shown]
    )
    if not content:
        return ""
    properties = table_properties(styles.MESSAGE_DATA, width, "firstColumn", title, _DESCRIPTION)
    columns = grid((_LABEL, *sizes))
    return f"<w:tbl>{properties}{columns}{content}</w:tbl>{wrapped(styles.TABLE_SPACE, '')}"


def _kept(fields: Sequence[Sequence[_Row]]) -> Iterator[str]:
    """Yield for each row the property that keeps it on one page with the next, or nothing.

    The rows of a short field are kept together, as those on the next page would be without its
    label; running text is long in few rows.
    """
    at, rows = 0, sum(map(len, fields))
    for field in fields:
        is_short = len(field) <= _SHORT_FIELD and not _is_run_in(field)
        for row in range(len(field)):
            is_at_an_end = at == 0 or at >= rows - _KEPT_AT_END
            is_inside = is_short and row < len(field) - 1
            yield KEEP_NEXT if is_at_an_end or is_inside else ""
            at += 1


def _rows(
    label: str, rows: Sequence[_Row], sizes: Sequence[int], kept: Iterator[str]
) -> Iterator[str]:
    """Yield the rows of one field under its label, without rules between them."""
    last = len(rows) - 1
    for at, (row, keep) in enumerate(zip(rows, kept, strict=False)):
        is_first, is_last = at == 0, at == last
        whole, keep = ("", "") if _may_split(row) else (_WHOLE, keep)
        cells = [f"<w:tr>{whole}", _label(label, is_first, is_last, keep)]
        column = 0
        for content, columns in row:
            width = sum(sizes[column : column + columns])
            cells += (_opening(width, columns, is_first, is_last), content, _CELL_END)
            column += columns
        cells.append("</w:tr>")
        yield "".join(cells)


def _is_run_in(field: Sequence[_Row]) -> bool:
    return field[0][0].content.startswith(_RUNNING_TEXT)


def _may_split(row: _Row) -> bool:
    return bool([content for content, _ in row if len(content) > _LONG_CELL])


@lru_cache(_OPENINGS)
def _label(label: str, is_first: bool, is_last: bool, kept: str) -> str:
    """Return the cell of a field's label, which is empty below the first row."""
    merged = "" if is_first and is_last else f"<w:vMerge{_RESTART if is_first else ''}/>"
    name = wrapped(styles.MESSAGE_LABEL, run(label) if is_first else "", kept)
    return f"{_opening(_LABEL, 1, is_first, is_last, merged)}{name}{_CELL_END}"


@lru_cache(_OPENINGS)
def _opening(width: int, columns: int, is_first: bool, is_last: bool, merged: str = "") -> str:
    """Return the opening of a cell, without rules between the rows of a field."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    without = ("" if is_first else _NO_RULE_ABOVE) + ("" if is_last else _NO_RULE_BELOW)
    borders = f"<w:tcBorders>{without}</w:tcBorders>" if without else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merged}{borders}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>"


def _with_references(
    fields: Iterable[Field], references: str
) -> Iterator[tuple[str, Sequence[_Row]]]:
    for label, values in fields:
        if label == "References":
            yield label, [[_Cell(references)]] if references else []
        else:
            yield label, _field(values)


def _field(values: Sequence[str | Addressee | Reference]) -> Sequence[_Row]:
    if not values:
        return ()
    addressees = [value for value in values if isinstance(value, Addressee)]
    if len(addressees) > MANY_ADDRESSEES:
        return [[_Cell(paragraph(styles.ADDRESSEES, line))] for line in _run_in(addressees)]
    if addressees:
        return [row for addressee in addressees for row in _addressee(addressee)]
    lines = (paragraph(styles.MESSAGE_VALUE, str(value)) for value in values)
    content = "".join(lines)
    return [[_Cell(content)]] if content else []


def _addressee(addressee: Addressee) -> Iterator[_Row]:
    """Yield the addressee's row, and one with the exempted members of a collective."""
    texts = (_name(addressee), addressee.precedence, addressee.number, addressee.route)
    known = [0, *(column for column in range(1, len(texts)) if texts[column])]
    ends = (*known[1:], len(texts))
    yield [
        _Cell(paragraph(styles.ADDRESSEE, texts[column] or ""), end - column)
        for column, end in zip(known, ends, strict=True)
    ]
    if addressee.exempted:
        yield [_Cell(paragraph(styles.ADDRESSEE, _exempted(addressee)))]


def _run_in(addressees: Sequence[Addressee]) -> Iterator[str]:
    """Yield running text in even rows, between which a long list may continue on the next page."""
    total = len(addressees)
    in_a_row = ceil(total / ceil(total / _IN_A_ROW))
    for at in range(0, total, in_a_row):
        row = "; ".join(map(_in_words, addressees[at : at + in_a_row]))
        yield row if at + in_a_row >= total else f"{row};"


def _in_words(addressee: Addressee) -> str:
    words = (_name(addressee), addressee.precedence, addressee.number, addressee.route)
    text = " ".join(filter(None, words))
    return f"{text}, {_exempted(addressee)}" if addressee.exempted else text


def _name(addressee: Addressee) -> str:
    return " ".join(filter(None, (addressee.name, addressee.office)))


def _exempted(addressee: Addressee) -> str:
    return f"except {', '.join(addressee.exempted)}"
