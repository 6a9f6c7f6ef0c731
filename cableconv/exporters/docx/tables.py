"""Tables of telegrams as Word tables, as wide as their words need, split if they are too wide.

Word allows 63 columns at most, and a page fewer; the remaining columns go into another table
below, which repeats the first column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cableconv.cable import Table
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.page import TABLE_INDENT, TEXT_WIDTH
from cableconv.exporters.docx.text import KEEP_NEXT, on_one_line, run, wrapped
from cableconv.rendering.on_one_page import MOST_LINES
from cableconv.rendering.tables import Column, columns_of, heading_rows, holds_figures, is_ragged

_CHARACTER = 105  # average width in twips of a letter in the table's style
_PADDING = 2  # a cell's margins, in letters
_LONGEST_WORD = 24  # letters; a longer word breaks inside its cell
_WIDEST_CELL = 60

_CAPITALS = 5  # take as much room as six letters

_LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_NO_BANDS = 0x600


def telegram_table(table: Table, width: int = TEXT_WIDTH) -> str:
    """Return the table, or several below each other if it is too wide for the page.

    Empty if its rows say less than its lines; ``width`` is the available width.
    """
    columns = columns_of(table)
    if not columns or is_ragged(table):
        return ""
    room = (width - TABLE_INDENT) // _CHARACTER
    bands = _bands(columns, room)
    return "".join(_band(band, room) + wrapped(styles.TABLE_SPACE, "") for band in bands)


def table_properties(style: str, width: int, look: str, title: str, description: str = "") -> str:
    """Return the opening of a table: style, width, words for screen readers, leading cells."""
    said = f'<w:tblDescription w:val="{on_one_line(description)}"/>' if description else ""
    flags = "".join(f' w:{name}="{int(name == look)}"' for name in _LOOKS)
    mask = f"{_NO_BANDS | _LOOKS.get(look, 0):04X}"
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{mask}"{flags}'
        ' w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{on_one_line(title)}"/>{said}</w:tblPr>'
    )


def grid(widths: Iterable[int]) -> str:
    """Return the widths of the columns, in twips."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _bands(columns: list[Column], room: int) -> Iterator[list[Column]]:
    """Yield the columns in groups that fit; ``room`` is in letters."""
    band = columns[:1]
    for column in columns[1:]:
        if len(band) > 1 and sum(map(_least, (*band, column))) > room:
            yield band
            band = columns[:1]
        band.append(column)
    yield band


def _least(column: Column) -> int:
    """Return the number of letters that a column needs to avoid breaking ordinary words."""
    words = max((_letters(word) for cell in column for word in cell.split()), default=1)
    return min(words, _LONGEST_WORD) + _PADDING


def _letters(word: str) -> int:
    """Return the width of the word in bold, counted in ordinary letters: capitals are wider."""
    return len(word) + -(-sum(map(str.isupper, word)) // _CAPITALS)


def _widths(columns: list[Column], room: int) -> list[int]:
    """Return each column's width in twips: its longest word, then a share of the rest."""
    least = [_least(column) for column in columns]
    wanted = [
        max(low, min(max(map(len, column)), _WIDEST_CELL) + _PADDING)
        for low, column in zip(least, columns, strict=True)
    ]
    spare = max(room - sum(least), 0)
    missing = sum(wanted) - sum(least)
    share = min(spare / missing, 1) if missing else 0
    letters = [low + (want - low) * share for low, want in zip(least, wanted, strict=True)]
    fit = min(room / sum(letters), 1)
    return [int(count * fit * _CHARACTER) for count in letters]


def _band(columns: list[Column], room: int) -> str:
    widths = _widths(columns, room)
    leads = heading_rows(columns)
    kinds = [_cell_styles(column, leads) for column in columns]
    look = "firstRow" if leads else ""
    title = ", ".join(filter(None, (column[0] for column in columns))) if leads else "Table"
    size = f"{len(columns[0])} rows, {len(columns)} columns"
    opening = table_properties(styles.TELEGRAM_TABLE, sum(widths), look, title, size) + grid(widths)
    rows = list(zip(zip(*columns, strict=True), zip(*kinds, strict=True), strict=True))
    last = len(rows) - 1
    body = (
        _row(row, widths, names, at < leads, at < last < MOST_LINES)
        for at, (row, names) in enumerate(rows)
    )
    return f"<w:tbl>{opening}{''.join(body)}</w:tbl>"


def _cell_styles(column: Column, leads: int) -> list[str]:
    """Return the style of each cell of a column: numbers are right-aligned below their heading."""
    figures = holds_figures(column[leads:])
    cell = styles.TABLE_FIGURE if figures else styles.TABLE_TEXT
    heading = styles.TABLE_FIGURE_HEADING if figures else styles.TABLE_HEADING
    return [heading] * leads + [cell] * (len(column) - leads)


def _row(cells: Column, widths: list[int], names: Column, heading: bool, keep: bool) -> str:
    repeated = "<w:tblHeader/>" if heading else ""
    content = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{wrapped(name, run(cell), KEEP_NEXT if keep else '')}</w:tc>"
        for cell, width, name in zip(cells, widths, names, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{content}</w:tr>"
