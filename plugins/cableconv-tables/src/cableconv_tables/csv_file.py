"""Comma-separated values (RFC 4180), in UTF-8."""

from __future__ import annotations

import csv
from pathlib import Path

from cableconv import Cable
from cableconv.rendering.columns import COLUMNS, Value, row

from cableconv_tables.flat_cells import flat, guarded


class CsvFile:
    """A file that is being written; keeps none of the cables."""

    def __init__(self, target: Path, with_bom: bool) -> None:
        encoding = "utf-8-sig" if with_bom else "utf-8"
        self._file = target.open("x", encoding=encoding, newline="")
        self._rows = csv.writer(self._file, lineterminator="\r\n")
        self._rows.writerow([column.name for column in COLUMNS])

    def add(self, cable: Cable) -> None:
        """Write one more row."""
        self._rows.writerow([_cell(value) for value in row(cable)])

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def _cell(value: Value) -> str | int | None:
    cell = flat(value)
    return guarded(cell) if isinstance(cell, str) else cell
