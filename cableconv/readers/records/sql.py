"""SQL with rows: ``INSERT INTO ... VALUES (...)``, and PostgreSQL's ``COPY ... FROM stdin``.

``INSERT ... SELECT`` of constants, ``INSERT ... SET`` and ``UPDATE ... SET`` hold rows as well.
Columns are named in the statement, or in the ``CREATE TABLE`` before it.  Texts are quoted with
``'``, which is doubled (the standard) or escaped by a backslash (MySQL, PostgreSQL's ``E'...'``).
SQLite writes line ends as ``replace('...\\n...','\\n',char(10))``; SQL Server has neither INTO nor
semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from cableconv.patterns import pattern
from cableconv.readers.records.pieces import whole
from cableconv.readers.records.record import PIECE, Record, Row, Value
from cableconv.readers.records.sql_copies import copied_values
from cableconv.readers.records.sql_statements import Statements
from cableconv.readers.records.sql_values import assigned_values, inserted_values

_OPENS = pattern(
    r"\s*+(?:--|/\*|\#|INSERT\b|REPLACE\b|UPSERT\b|CREATE\b|COPY\b|SET\b|PRAGMA\b|BEGIN\b|START\b|DROP\b"
    r"|LOCK\b|USE\b|UPDATE\b|DELETE\b|TRUNCATE\b|ALTER\b|\\)",
    re.IGNORECASE,
)
_STATEMENT = pattern(
    r"^[ \t]*+(?:(?:INSERT|REPLACE|UPSERT)\b.{0,40}\bINTO|INSERT\s++\["
    r"|(?:CREATE|DROP|ALTER)\s++(?:\w++\s++){0,3}?TABLE"
    r"|COPY\b.{0,2000}\bFROM\s++stdin|CREATE DATABASE|(?:BEGIN|START) TRANSACTION|LOCK TABLES"
    r"|UPDATE\s++\S++\s++SET\b|DELETE FROM|TRUNCATE TABLE|PRAGMA \w)",
    re.IGNORECASE | re.MULTILINE,
)
_HAS_ROWS = pattern(
    r"^[ \t]*(?:INSERT\b[^;'\n]{0,200}|(?:REPLACE|UPSERT) INTO\b|COPY\b.{0,2000}\bFROM stdin"
    r"|UPDATE\s++\S++\s++SET\b)",
    re.IGNORECASE | re.MULTILINE,
)
_CUT = pattern(r"(?:[\\'/-]|\$\w{0,62})\Z")
"""What a piece of a file may not end with: the beginning of an escape or a mark."""
_BACKSLASH = pattern(r"`|\\'|MySQL|MariaDB")


def opens(head: str) -> bool:
    """Whether it begins like SQL and has a statement with rows."""
    return may_open(head) and _HAS_ROWS.search(head) is not None


def may_open(head: str) -> bool:
    """Whether it begins like SQL; scripts have comments of the same form before other words."""
    return _OPENS.match(head) is not None and _STATEMENT.search(head) is not None


def rows(stream: TextIO, head: str) -> Iterator[Row]:
    """Yield the rows of all statements, each with the names of its columns."""
    scan = Statements(_BACKSLASH.search(head) is not None)
    while piece := stream.readline(PIECE):
        yield from scan.take(whole(piece, stream, _CUT))
    yield from scan.rest()


def records(rows: Iterable[Row], head: str) -> Iterator[Record]:
    """Yield each row by the names of its columns."""
    backslash = _BACKSLASH.search(head) is not None
    for row in rows:
        values = (assigned_values if row.assigns else _named_values)(row, backslash)
        named = {name: value for name, value in values.items() if value}
        yield Record(row._replace(names=tuple(values)) if row.assigns else row, named)


def _named_values(row: Row, backslash: bool) -> dict[str, Value | None]:
    """Return the values by the statement's columns, or by their numbers."""
    how = row.parted
    values = copied_values(row, how) if how else inserted_values(row, backslash)
    names = row.names or tuple(str(n) for n in range(1, len(values) + 1))
    return dict(zip(names, values, strict=False))
