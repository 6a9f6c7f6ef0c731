r"""The dump of 2011: ``cables.csv``, one cable per row, quoted with ``"`` and escaped with ``\``.

Columns are row, date, id, office, classification, references, header and body.  Rows are
recognised by their beginning (``dump_rows``), so column names are not needed, and an error costs
only its row.  Rows of tab-separated bare fields, whose lines end in ``\``, are read too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cableconv.cable import Diagnostic
from cableconv.diagnostics.code import Code
from cableconv.diagnostics.container import DUMP_COLUMNS, DUMP_QUOTE_NOT_CLOSED, DUMP_STRAY_LINES
from cableconv.readers.records.columns import HEADER, TEXT, columns_of
from cableconv.readers.records.delimited import names_in
from cableconv.readers.records.dump_rows import (
    COLUMNS,
    Field,
    columns,
    fields,
    has_a_row,
    is_column_names,
)
from cableconv.readers.records.record import BARE, QUOTED, Record, Row, Value, plain

_FIRST_LINES = 2_000
_WITNESSES = 6


def opens(head: str) -> bool:
    """Whether the first lines have a row, with no telegram or other column names before it."""
    return has_a_row(head[:_FIRST_LINES]) and not _has_other_columns(names_in(head))


def _has_other_columns(names: tuple[str, ...]) -> bool:
    """Whether columns are named, including one of the text, but not in the dump's order."""
    known = columns_of(names, {})
    if TEXT not in known:
        return False
    order = (*names[1:2], *names[6:])
    return order != (known.get("date"), known.get(HEADER), known[TEXT])


def records(rows: Iterable[Row]) -> Iterator[Record]:
    """Yield each row split into fields, with its problems and those of lines before the first."""
    before: tuple[Diagnostic, ...] = ()
    for row in rows:
        if row.number == 0:
            before = _stray(row)
        else:
            yield _record(row, before)
            before = ()


def _stray(row: Row) -> tuple[Diagnostic, ...]:
    """Report lines before the first row, except blank ones and column names."""
    if is_column_names(row) or not row.text.strip():
        return ()
    number = row.text.rstrip().count("\n") + 1
    lines = "a line" if number == 1 else f"{number} lines"
    return (DUMP_STRAY_LINES.at(line=1, column=1, lines=lines),)


def _record(row: Row, before: tuple[Diagnostic, ...]) -> Record:
    parts = fields(row.text)
    values = [_value(part) for part in parts]
    said, texts = columns([plain(row.text, value) for value in values[:_WITNESSES]], len(parts))
    by_name = dict(zip(said, values, strict=False))
    header, *body = values[texts:] or [Value(0, 0, QUOTED)]
    by_name[HEADER] = header
    by_name[TEXT] = body[0]._replace(end=body[-1].end) if body else Value(0, 0, QUOTED)
    return Record(row, by_name, (*before, *_problems(row, parts, said)))


def _value(field: Field) -> Value:
    return Value(field.start, field.end, QUOTED if field.is_quoted else BARE)


def _problems(row: Row, parts: list[Field], said: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Return the problems of the row itself."""
    if not all(part.is_closed for part in parts):
        yield _report(row, DUMP_QUOTE_NOT_CLOSED)
    if len(parts) != len(COLUMNS):
        missing = [name for name in COLUMNS[:_WITNESSES] if name not in said]
        yield _report(
            row,
            DUMP_COLUMNS,
            number=len(parts),
            expected=len(COLUMNS),
            missing=", ".join(missing or ["header or body"]),
        )


def _report(row: Row, code: Code, **values: object) -> Diagnostic:
    return code.at(None, row.line, 1, row=row.number, **values)
