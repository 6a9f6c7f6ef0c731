"""An Excel workbook, written row by row, with a header that stays visible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from cableconv.plugins import IsReplaced
from cableconv.rendering.columns import COLUMNS, Column, Kind, Value
from cableconv.rendering.moments import day, moment
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from cableconv_tables.fixed_zip import FixedZip
from cableconv_tables.flat_cells import cut, flat
from cableconv_tables.kept_rows import identity_of_row
from cableconv_tables.sheet_files import failing_as_files, made_in
from cableconv_tables.xlsx_rows import rows_of

_MOST_ROWS = 1_048_576
"""Excel's limit of rows per sheet; further cables go to another sheet."""

_CREATED = datetime(2000, 1, 1)
"""A fixed time, so that the same cables give the same bytes."""

_FIRST_YEAR = 1900
"""The beginning of Excel's calendar; an older date is written as text."""

_FORMATS = {Kind.MOMENT: "yyyy-mm-dd hh:mm", Kind.DAY: "yyyy-mm-dd"}
_WIDTHS = {Kind.TEXT: 18, Kind.LIST: 28, Kind.MOMENT: 17, Kind.DAY: 14, Kind.NUMBER: 11}
_WIDE = {"subject": 60, "reference_texts": 40, "summary": 60, "text": 80}


class XlsxFile:
    """A workbook that is being written; keeps no cable in memory."""

    def __init__(self, target: Path, most_rows: int = _MOST_ROWS) -> None:
        self._target = target
        self._most_rows = most_rows
        self._workbook = Workbook(write_only=True)
        self._begin_sheet("Cables")

    def keep(self, earlier: Path, is_replaced: IsReplaced) -> None:
        """Write the rows of an earlier workbook that stay.

        Raises:
            OutputError: it is no such table, or it is damaged.
        """
        for row in rows_of(earlier):
            if not is_replaced(identity_of_row(row)):
                self.add(row)

    def add(self, row: Sequence[Value]) -> None:
        """Write one more row."""
        values = list(zip(COLUMNS, row, strict=True))
        if self._rows == self._most_rows:
            self._begin_sheet(f"Cables {len(self._workbook.worksheets) + 1}")
        with failing_as_files():
            self._sheet.append([self._cell(*each) for each in values])
        self._rows += 1

    def close(self) -> None:
        """Assemble sheets and styles in the file."""
        with failing_as_files():
            for sheet in self._workbook.worksheets:
                sheet.close()
        properties = self._workbook.properties
        properties.creator = "cableconv"
        properties.created = properties.modified = _CREATED
        with FixedZip(self._target) as archive:
            ExcelWriter(self._workbook, archive).save()

    def _begin_sheet(self, title: str) -> None:
        self._sheet = self._workbook.create_sheet(title)
        self._sheet.freeze_panes = "B2"
        for number, column in enumerate(COLUMNS, 1):
            width = _WIDE.get(column.name, _WIDTHS[column.kind])
            self._sheet.column_dimensions[get_column_letter(number)].width = width
        with made_in(self._target.parent), failing_as_files():
            self._sheet.append(list(self._header()))
        self._rows = 1

    def _header(self) -> Iterator[Any]:
        for column in COLUMNS:
            cell = WriteOnlyCell(self._sheet, column.name)
            cell.font = Font(bold=True)
            yield cell

    def _cell(self, column: Column, value: Value) -> Any:
        """Return a number, a date or a text, even if that begins like a formula."""
        if isinstance(value, str) and column.kind in _FORMATS:
            found = moment(value) if column.kind is Kind.MOMENT else day(value)
            if found and found.year >= _FIRST_YEAR:
                naive = found.replace(tzinfo=None) if isinstance(found, datetime) else found
                cell = WriteOnlyCell(self._sheet, naive)
                cell.number_format = _FORMATS[column.kind]
                return cell
        text = flat(value)
        if not isinstance(text, str):
            return text
        if not text:
            return None  # as it is read again
        cell = WriteOnlyCell(self._sheet, cut(text))
        cell.data_type = "s"
        return cell
