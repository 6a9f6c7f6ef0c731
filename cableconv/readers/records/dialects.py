"""The ways in which records are written, one row each: how each opens, is cut and taken apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TextIO

from cableconv.plugins.api import Sniff
from cableconv.readers.records import (
    delimited,
    dump,
    dump_rows,
    json_objects,
    json_tables,
    sql,
    xml_elements,
)
from cableconv.readers.records.record import Record, Row


class Dialect(NamedTuple):
    """One way to write records.

    ``reader`` is the name that ``Source`` gives, ``kind`` what messages call such a file.
    ``opens`` says of a file's head that it is surely of this dialect and has texts of cables,
    ``may_open`` that it may be.  ``rows`` cuts a file, ``records`` takes rows apart; both get the
    head too.
    """

    reader: str
    kind: str
    opens: Callable[[str], bool]
    may_open: Callable[[str], bool]
    rows: Callable[[TextIO, str], Iterator[Row]]
    records: Callable[[Iterable[Row], str], Iterator[Record]]


DUMP = Dialect(
    "dump",
    "rows of the dump",
    dump.opens,
    dump.opens,
    lambda stream, head: dump_rows.rows(stream),
    lambda rows, head: dump.records(rows),
)
TABLE = Dialect(
    "records",
    "a table",
    delimited.opens,
    delimited.may_open,
    delimited.rows,
    delimited.records,
)

DIALECTS = (
    Dialect("records", "SQL", sql.opens, sql.may_open, sql.rows, sql.records),
    DUMP,
    Dialect(
        "records",
        "JSON",
        json_tables.opens,
        json_tables.may_open,
        json_tables.rows,
        json_tables.records,
    ),
    Dialect(
        "records",
        "JSON",
        json_objects.opens,
        json_objects.may_open,
        json_objects.rows,
        json_objects.records,
    ),
    Dialect(
        "records",
        "XML",
        xml_elements.opens,
        xml_elements.may_open,
        xml_elements.rows,
        xml_elements.records,
    ),
    TABLE,
)
"""In the order they are asked: SQL begins as nothing else does; its texts may quote rows."""


def sniffed(head: str) -> tuple[Sniff, Dialect]:
    """The dialect of a file that begins so, and how sure that is."""
    for dialect in DIALECTS:
        if dialect.opens(head):
            return Sniff.SURE, dialect
    for dialect in DIALECTS:
        if dialect.may_open(head):
            return Sniff.MAYBE, dialect
    return Sniff.NO, TABLE
