"""The formats of records, one per row: how to recognise them, cut them and split them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TextIO

from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.plugins.api import Sniff
from cableconv.readers.records import (
    delimited,
    dump,
    dump_rows,
    json_objects,
    json_tables,
    json_texts,
    printed_tables,
    python_values,
    sql,
    xml_elements,
    yaml_items,
)
from cableconv.readers.records.record import Record, Row

_RETURN = pattern(r"[^\r\n]*+\r(?!\n|\Z)")


class Dialect(NamedTuple):
    """One format of records.

    ``reader`` is the name in ``Source``, ``kind`` the name of such a file in messages.
    ``opens`` tells from a file's head that it is surely of this dialect and has texts of cables,
    ``may_open`` that it may be.  ``rows`` cuts a file, ``records`` splits rows; both also get the
    head.
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
        json_texts.opens,
        json_texts.opens,
        json_texts.rows,
        json_texts.records,
    ),
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
        "Python",
        python_values.opens,
        python_values.opens,
        python_values.rows,
        python_values.records,
    ),
    Dialect(
        "records",
        "XML",
        xml_elements.opens,
        xml_elements.opens,
        xml_elements.rows,
        xml_elements.records,
    ),
    Dialect(
        "records",
        "YAML",
        yaml_items.opens,
        yaml_items.opens,
        yaml_items.rows,
        yaml_items.records,
    ),
    Dialect(
        "records",
        "a printed table",
        printed_tables.opens,
        printed_tables.opens,
        printed_tables.rows,
        printed_tables.records,
    ),
    TABLE,
)
"""In the order of testing: SQL has a unique beginning, but its texts may quote rows."""


def head_of(content: Content) -> str:
    """Return the beginning of a file, with line feeds even if its lines end with returns."""
    head = content.head or content.opening.decode("latin-1")
    return head.replace("\r\n", "\n").replace("\r", "\n") if ends_with_return(head) else head


def ends_with_return(head: str) -> bool:
    """Whether the first line ends with a carriage return alone, as a Macintosh's tables do.

    Texts inside such a table may have line feeds.
    """
    return _RETURN.match(head) is not None


def sniffed(head: str) -> tuple[Sniff, Dialect]:
    """Return the dialect of a file with this head, and how sure that is."""
    for dialect in DIALECTS:
        if dialect.opens(head):
            return Sniff.SURE, dialect
    for dialect in DIALECTS:
        if dialect.may_open(head):
            return Sniff.MAYBE, dialect
    return Sniff.NO, TABLE
