"""Telegram tables: real tables, as wide as their words need, in bands where they are too wide.

Word takes 63 columns at most, and a page fewer; what does not fit goes below, in a further
band that begins with the first column again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from cableconv.cable import Table
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.characters import on_one_line
from cableconv.exporters.docx.paper import TEXT_WIDTH
from cableconv.exporters.docx.text import run, wrapped

_CHARACTER = 105  # twips of a letter of the table's style, on average
_PADDING = 2  # a cell's margins, in letters
_LONGEST_WORD = 24  # letters; a longer word breaks inside its cell
_WIDEST_CELL = 60
_ROOM = TEXT_WIDTH // _CHARACTER  # letters

_NUMBER = re.compile(r"[-+(]?[$€£]?\s?\d[\d,. ]*\s?(?:%|percent)?\)?|-+|n/?a", re.IGNORECASE)
_YEAR = re.compile(r"(?:FY ?|CY ?)?(?:19|20)\d\d(?:[-/](?:\d\d){1,2})?", re.IGNORECASE)

Rows = list[tuple[str, ...]]
Column = tuple[str, ...]


def telegram_table(table: Table) -> str:
    """The table, or one table below the other where it is too wide for the page."""
    columns: list[Column] = list(zip_longest(*table.rows, fillvalue=""))
    if not columns:
        return ""
    return "".join(_band(band) + wrapped(styles.TABLE_SPACE, "") for band in _bands(columns))


def table_properties(style: str, width: int, title: str, look: str) -> str:
    """What opens a table: its style, width and title; ``look`` is the part that leads."""
    looks = ("firstRow", "lastRow", "firstColumn", "lastColumn")
    flags = "".join(f' w:{name}="{int(name == look)}"' for name in looks)
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook{flags} w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{on_one_line(title)}"/></w:tblPr>'
    )


def grid(widths: Iterable[int]) -> str:
    """The widths of the columns, in twips."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _bands(columns: list[Column]) -> Iterator[list[Column]]:
    band = columns[:1]
    for column in columns[1:]:
        if len(band) > 1 and sum(map(_least, (*band, column))) > _ROOM:
            yield band
            band = columns[:1]
        band.append(column)
    yield band


def _least(column: Column) -> int:
    """The letters that a column needs so that no ordinary word of it breaks."""
    words = max((len(word) for cell in column for word in cell.split()), default=1)
    return min(words, _LONGEST_WORD) + _PADDING


def _widths(columns: list[Column]) -> list[int]:
    """Each column's share, in twips: its longest word first, then by what it would like."""
    least = [_least(column) for column in columns]
    wanted = [
        max(low, min(max(map(len, column)), _WIDEST_CELL) + _PADDING)
        for low, column in zip(least, columns, strict=True)
    ]
    spare = max(_ROOM - sum(least), 0)
    missing = sum(wanted) - sum(least)
    share = min(spare / missing, 1) if missing else 0
    letters = [low + (want - low) * share for low, want in zip(least, wanted, strict=True)]
    fit = min(_ROOM / sum(letters), 1)
    return [int(count * fit * _CHARACTER) for count in letters]


def _band(columns: list[Column]) -> str:
    widths = _widths(columns)
    rows: Rows = list(zip(*columns, strict=True))
    leads = _has_heading(rows)
    properties = table_properties(
        styles.TELEGRAM_TABLE, sum(widths), "Table", "firstRow" if leads else ""
    )
    body = "".join(_row(row, widths, leads and not index) for index, row in enumerate(rows))
    return f"<w:tbl>{properties}{grid(widths)}{body}</w:tbl>"


def _has_heading(rows: Rows) -> bool:
    """Whether the first row names the columns: it holds no figures, and the rest does."""
    first, *others = rows
    if any(_NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in first):
        return False
    return any(_NUMBER.fullmatch(cell) for row in others for cell in row) and any(first)


def _row(cells: tuple[str, ...], widths: list[int], heading: bool) -> str:
    repeated = "<w:tblHeader/>" if heading else ""
    content = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{wrapped(_style(cell, heading), run(cell))}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{content}</w:tr>"


def _style(cell: str, heading: bool) -> str:
    if heading:
        return styles.TABLE_HEADING
    return styles.TABLE_NUMBER if _NUMBER.fullmatch(cell) else styles.TABLE_TEXT
