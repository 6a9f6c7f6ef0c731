"""Tables as PostgreSQL's psql prints them: recognised, and refused with advice.

A line end in a value is a plus sign at the end of a line, which may also be the text's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from cableconv.errors import NoCableError
from cableconv.patterns import pattern
from cableconv.readers.records.record import Record, Row
from cableconv.readers.records.texts import looks_like_a_cable

_EXPANDED = pattern(r"\s*+-\[ RECORD 1 \]-*+(?:\+-*+)?\r?\n")
_RULED = pattern(r"[^\n|]{1,200}\|[^\n]{1,2000}\n-{3,}+(?:\+-{3,}+)++\r?\n")
_GOES_ON = pattern(r"\|[^\n]*+(?<=\+)\r?\n")


def opens(head: str) -> bool:
    """Whether it has psql's rule below the names or above a record, and a text that goes on."""
    is_printed = _EXPANDED.match(head) or _RULED.match(head)
    return bool(is_printed) and _GOES_ON.search(head) is not None and looks_like_a_cable(head)


def rows(stream: TextIO, head: str) -> Iterator[Row]:
    """Refuse the file.

    Raises:
        NoCableError: always.
    """
    raise NoCableError(
        "a table as psql prints it",
        hint="write it as CSV (psql --csv, or \\copy ... to 'FILE' csv header), and give that.",
    )
    yield  # a generator, as in other dialects


def records(rows: Iterable[Row], head: str) -> Iterator[Record]:
    """Yield nothing, as there are no rows."""
    return (Record(row, {}) for row in rows)
