"""The rows after PostgreSQL's ``COPY ... FROM stdin`` up to a line ``\\.``, as text and as CSV.

Options are in brackets (``WITH (FORMAT csv, DELIMITER ';')``) or, as before version 9, without
them (``WITH DELIMITER ';' CSV HEADER``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.patterns import pattern
from cableconv.readers.records import record
from cableconv.readers.records.delimited import table_values
from cableconv.readers.records.open_fields import Form, is_open_after
from cableconv.readers.records.record import BARE, Parted, Row, Value

_END = "\\."
_CSV = pattern(r"\bCSV\b", re.IGNORECASE)
_HEADER = pattern(r"\bHEADER\b(?!\s++(?:false|off|0))", re.IGNORECASE)
_DELIMITER = pattern(r"\bDELIMITERS?\s++(?:AS\s++)?E?'(\\t|[^'])'", re.IGNORECASE)


class CopiedRows:
    """The rows of one statement: the beginning of the next one, and whether they are finished."""

    def __init__(self, options: str, names: tuple[str, ...]) -> None:
        self._parted = parted(options)
        self._skipped = int(self._parted.is_csv and _HEADER.search(options) is not None)
        self._names = names
        self._held: list[str] = []
        self._size, self._line, self._is_open = 0, 0, False
        self.is_over = False

    def take(self, piece: str, line: int) -> Iterator[Row]:
        """Yield the row that ends with this piece, which is a line or part of one."""
        if not self._size:
            self._line = line
        if self._parted.is_csv:
            form = _form(self._parted)
            self._is_open = is_open_after(piece, form, self._is_open, at_start=not self._size)
        self._size += len(piece)
        if self._size <= record.LONGEST:
            self._held.append(piece)
        if piece.endswith("\n") and not self._is_open:
            yield from self.rest()

    def rest(self) -> Iterator[Row]:
        """Yield the unfinished row, which the file's end may have cut short."""
        text, is_too_long = "".join(self._held), self._size > record.LONGEST
        self._held, self._size = [], 0
        if text.rstrip("\r\n") == _END:
            self.is_over = True
        elif self._skipped:
            self._skipped -= 1
        elif text.strip():
            yield Row(0, self._line, text, is_too_long, self._names, parted=self._parted)


def parted(options: str) -> Parted:
    """Return how fields are separated after a statement with these options."""
    is_csv = _CSV.search(options) is not None
    found = _DELIMITER.search(options)
    mark = found[1].replace("\\t", "\t") if found else "," if is_csv else "\t"
    return Parted(mark, is_csv)


def copied_values(row: Row, how: Parted) -> list[Value | None]:
    """Return the fields of a copied row; ``\\N`` is None."""
    if how.is_csv:
        return list(table_values(row, _form(how)))
    text, found, start = row.text.rstrip("\r\n"), list[Value | None](), 0
    for field in text.split(how.separator):
        value = Value(start, start + len(field), BARE)
        found.append(None if field == r"\N" else value)
        start += len(field) + 1
    return found


def _form(how: Parted) -> Form:
    return Form(how.separator, backslash=False)
