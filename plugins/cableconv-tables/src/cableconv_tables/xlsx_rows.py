"""Rows of a workbook that was written before, with dates as a tree has them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from cableconv.rendering.columns import COLUMNS, Kind
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from cableconv_tables.kept_rows import not_ours, refuse_strangers

_DAMAGES = (BadZipFile, zlib.error, InvalidFileException, LookupError, SyntaxError, ValueError)
"""What openpyxl raises for damaged files; its parsers of XML raise kinds of syntax errors."""


def rows_of(earlier: Path) -> Iterator[list[Any]]:
    """Each row below the header of each sheet.

    Raises:
        OutputError: it is no workbook, it is damaged, or its columns are others.
    """
    with earlier.open("rb") as file:
        try:
            yield from _rows(load_workbook(file, read_only=True), earlier)
        except _DAMAGES as error:
            raise not_ours(earlier) from error


def _rows(workbook: Workbook, earlier: Path) -> Iterator[list[Any]]:
    for sheet in workbook.worksheets:
        rows = sheet.iter_rows(values_only=True)
        refuse_strangers(next(rows, ()), earlier)
        for row in rows:
            filled = [*row, *[None] * (len(COLUMNS) - len(row))]
            yield [
                _value(column.kind, value) for column, value in zip(COLUMNS, filled, strict=False)
            ]


def _value(kind: Kind, value: object) -> object:
    if not isinstance(value, datetime):
        return value
    return f"{value.isoformat()}Z" if kind is Kind.MOMENT else value.date().isoformat()
