"""Comma-separated values (RFC 4180), in UTF-8."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from cableconv import Cable
from cableconv.plugins import IsReplaced
from cableconv.rendering.columns import COLUMNS, Value, row

from cableconv_tables.csv_records import records
from cableconv_tables.flat_cells import flat, guarded, unguarded
from cableconv_tables.kept_rows import identity_of_row, not_ours, refuse_strangers


def record_of(cable: Cable) -> str:
    """Return the row of a cable, with its line end."""
    return _record(_cell(value) for value in row(cable))


class CsvFile:
    """A file that is being written; keeps no cable in memory."""

    def __init__(self, target: Path, with_bom: bool) -> None:
        encoding = "utf-8-sig" if with_bom else "utf-8"
        self._file = target.open("x", encoding=encoding, newline="")
        self._file.write(_record(column.name for column in COLUMNS))

    def keep(self, earlier: Path, is_replaced: IsReplaced) -> None:
        """Write the rows of an earlier file that stay, as they stand.

        Raises:
            OutputError: it is no such table, or it is damaged.
        """
        try:
            found = records(earlier)
            refuse_strangers(next(found, ("", []))[1], earlier)
            self._file.writelines(
                record for record, cells in found if not is_replaced(_identity(cells))
            )
        except ValueError as error:
            raise not_ours(earlier) from error

    def add(self, record: str) -> None:
        """Write one more row."""
        self._file.write(record)

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def _record(cells: Iterable[str | int | None]) -> str:
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(list(cells))
    return text.getvalue()


def _identity(cells: list[str]) -> str:
    if len(cells) != len(COLUMNS):
        raise ValueError("the row has lost cells")
    return identity_of_row([unguarded(cell) for cell in cells])


def _cell(value: Value) -> str | int | None:
    cell = flat(value)
    return guarded(cell) if isinstance(cell, str) else cell
