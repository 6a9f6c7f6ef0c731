"""All rows of a cable, made where it is parsed; the database then only numbers and stores them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from cableconv.cable import Cable

from cableconv_sqlite.cable_row import cable_row
from cableconv_sqlite.list_rows import (
    addressee_rows,
    diagnostic_rows,
    people_rows,
    reference_rows,
    tag_rows,
)
from cableconv_sqlite.paragraph_rows import paragraph_rows
from cableconv_sqlite.values import Row

_LISTS: Mapping[str, Callable[[Cable], Iterable[Row]]] = {
    "addressees": addressee_rows,
    "cable_references": reference_rows,
    "tags": tag_rows,
    "people": people_rows,
    "diagnostics": diagnostic_rows,
    "paragraphs": paragraph_rows,
}

CableRows = Mapping[str, list[Row]]
"""The rows by table, without the numbers that only the database knows; no table without rows."""


def cable_rows(cable: Cable, *, tree: bool = False) -> CableRows:
    """Return the rows; ``tree`` puts the whole tree into that of the table ``cables``."""
    rows = {"cables": [cable_row(cable, tree)]}
    rows |= {table: list(rows_of(cable)) for table, rows_of in _LISTS.items()}
    return {table: each for table, each in rows.items() if each}
