"""Changes that the formats make to a cable's data."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv import Cable
from cableconv.cable import Diagnostic
from cableconv.diagnostics import Code
from cableconv.rendering.characters import forbidden
from cableconv.rendering.columns import COLUMNS, Kind
from cableconv.rendering.moments import moment

from cableconv_tables.flat_cells import BETWEEN, LONGEST, is_too_long

CHARACTER = Code(
    "table-forbidden-character",
    "warning",
    "column {name!r}: characters that a spreadsheet cannot hold are replaced: {characters}",
    hint="the formats parquet and json keep them",
)
CELL_CUT = Code(
    "table-cell-cut",
    "warning",
    f"column {{name!r}}: a cell holds {LONGEST:,} characters; the rest of {{length:,}} is cut",
    hint="the formats csv, parquet and json hold it whole",
)
DATE = Code(
    "table-date-unknown",
    "warning",
    "column {name!r}: {date!r} is not a date; the cell is left empty",
    hint="the formats csv and json hold it as it is",
)


def of_csv(cable: Cable) -> Iterator[Diagnostic]:
    """Yield warnings about replaced characters."""
    for column, text in _texts(cable):
        if found := forbidden(text):
            yield CHARACTER.at(name=column, characters=", ".join(found))


def of_xlsx(cable: Cable) -> Iterator[Diagnostic]:
    """Yield the same, and warnings about cut cells."""
    yield from of_csv(cable)
    for column, text in _texts(cable):
        if is_too_long(text):
            yield CELL_CUT.at(name=column, length=len(text))


def of_parquet(cable: Cable) -> Iterator[Diagnostic]:
    """Yield warnings about invalid dates."""
    for column in COLUMNS:
        value = column.value(cable)
        if column.kind in (Kind.MOMENT, Kind.DAY) and isinstance(value, str):
            if moment(value) is None:
                yield DATE.at(name=column.name, date=value)


def _texts(cable: Cable) -> Iterator[tuple[str, str]]:
    """Yield each text cell with its column's name."""
    for column in COLUMNS:
        value = column.value(cable)
        if isinstance(value, tuple):
            value = BETWEEN.join(value)
        if isinstance(value, str):
            yield column.name, value
