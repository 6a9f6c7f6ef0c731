"""Tables of separated fields (CSV, TSV), whose first line names the columns.

Fields are quoted with ``"``, or all with ``'``; one inside them is doubled (RFC 4180) or follows
a backslash.  If the first line is already a row, columns are named by their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import TextIO

from cableconv.cable import Diagnostic
from cableconv.diagnostics.container import DUMP_COLUMNS, DUMP_QUOTE_NOT_CLOSED
from cableconv.patterns import pattern
from cableconv.readers.records import record
from cableconv.readers.records.columns import ROLES, TEXT, columns_of, is_usual
from cableconv.readers.records.dump_rows import Field, fields_between
from cableconv.readers.records.open_fields import Form, is_open_after
from cableconv.readers.records.pieces import whole
from cableconv.readers.records.record import (
    AS_IT_STANDS,
    BARE,
    PIECE,
    Record,
    Row,
    Value,
    plain,
    quoted,
)
from cableconv.readers.records.texts import looks_like_a_cable

SEPARATORS = ",\t;|^~\x1f\x01"
_ANY = re.escape(SEPARATORS)
_NAME = pattern(r"[\w #./()-]{0,60}")
_BACKSLASH = {
    quote: pattern(rf"\\{quote}(?!\s*(?:[{_ANY}]|$))", re.MULTILINE) for quote in ('"', "'")
}
_QUOTED = {
    quote: pattern(rf"{quote}(?<![^\n{_ANY}].)(?=[^{quote}\n]*\n|.*{quote}[{_ANY}])")
    for quote in ('"', "'")
}
"""A field that begins with that quote, and goes on below or ends before a separator.

The quote is the pattern's first character, which makes it fast."""
# what stands before a table: a spreadsheet's separator, a program's comments
_BEFORE_TABLE = pattern(r"(?:sep=.|#+[ \t]+\w[^\r\n]*+)\s*+\Z")
_FIRST_LINE = pattern(r"\s*+(?:(?:sep=.|#+[ \t]+\w[^\r\n]*+)\s++)*+([^\r\n]{1,20000})(?=[\r\n]|\Z)")
_LONE_COLUMN = pattern(r'\ufeff?"?\w[\w ]{0,60}"?\r?\n"(?!")')
_MARKDOWN = pattern(r"[^\r\n]{1,2000}\r?\n[ \t]*:?-+:?[ \t]*\|[ \t|:-]*(?:[\r\n]|\Z)")
"""The rule of a Markdown table below its first line, which need not begin with ``|``."""
_CUT = pattern(r"[\"'\\]\Z")
"""What a piece of a line may not end with: the beginning of an escape."""
_FEWEST_LINES = 3
"""Line ends in a text that has them as ``\\n``, which may also be part of a path."""
_LINES = 500
"""Lines of the head in which two rows are searched for."""


def names_in(head: str) -> tuple[str, ...]:
    """Return the column names in the first line of a table; empty if there are none."""
    first = _first_line(head)
    if first.startswith("|") or _MARKDOWN.match(head):
        return ()
    form = form_of(head)._replace(backslash=False)
    if is_open_after(f"{first}\n", form, is_open=False, at_start=True):
        return ()  # a text goes on below: this is a row already
    names = tuple(_values(first, form))
    is_named = all(_NAME.fullmatch(name) for name in names) and any(map(_is_name, names))
    if is_named and names[0].isdecimal() and not names[-1].isdecimal():
        return ()  # a line behind its number, as ``cat -n`` and editors print them
    is_lone = len(names) == 1 and is_usual(TEXT, names[0]) and _LONE_COLUMN.match(head)
    return names if is_named and (len(names) > 1 or is_lone) else ()


def _is_name(text: str) -> bool:
    return text.isidentifier() or any(is_usual(role, text) for role in ROLES)


def opens(head: str) -> bool:
    """Whether the first line names columns, including that of the text, or is a row with one.

    Such rows, as databases and Hadoop write them, have tabs, and line ends as ``\\n``.
    """
    if names := names_in(head):
        return TEXT in columns_of(names, {})
    first = _first_line(head)
    if "\t" not in first or not _has_coded_lines(first):
        return False
    row, form = Row(1, 1, first), form_of(head)
    return _has_a_text(row, _fields(row, form), form)


def may_open(head: str) -> bool:
    """Whether it is a table with any columns, or has rows with a cable's text."""
    names, form = names_in(head), form_of(head)
    rows = list(islice(cut(head.splitlines(keepends=True)[:_LINES], form), 3))
    cells = [_fields(row, form) for row in rows]
    if names:
        return len(rows) > 1 and all(len(each) == len(names) for each in cells[:2])
    return any(_has_a_text(row, each, form) for row, each in zip(rows, cells, strict=True))


def _has_a_text(row: Row, cells: list[Field], form: Form) -> bool:
    """Whether a field among several is a cable: quoted, or after a tab, with ``\\n``."""
    if len(cells) < 2:
        return False
    texts = [(field.is_quoted, row.text[field.start : field.end]) for field in cells]
    is_tabbed = form.separator == "\t"
    return any(
        (is_quoted or (is_tabbed and _has_coded_lines(text))) and looks_like_a_cable(text)
        for is_quoted, text in texts
    )


def _has_coded_lines(text: str) -> bool:
    return text.count("\\n") >= _FEWEST_LINES


@lru_cache(maxsize=1)
def form_of(head: str) -> Form:
    """Return the most frequent separator of the first line, and the style of escaping."""
    quote = "'" if not _QUOTED['"'].search(head) and _QUOTED["'"].search(head) else '"'
    is_escaped = _BACKSLASH[quote].search(head) is not None
    return Form(_separator(_first_line(head)), is_escaped, quote)


def rows(stream: TextIO, head: str) -> Iterator[Row]:
    """Yield the rows of a table, including the column names."""
    return cut(_pieces(stream), form_of(head))


def cut(pieces: Iterable[str], form: Form) -> Iterator[Row]:
    """Yield each row except blank lines; rows too long for memory are cut and marked as such.

    A piece is a line, or a part of one.
    """
    first_line, line, size, is_open, is_above = 1, 1, 0, False, True
    held: list[str] = []
    for piece in pieces:
        is_open = is_open_after(piece, form, is_open, at_start=not size)
        size += len(piece)
        if size <= record.LONGEST:
            held.append(piece)
        line += piece.endswith("\n")
        if piece.endswith("\n") and not is_open:
            is_above = is_above and (not piece.strip() or _BEFORE_TABLE.match(piece) is not None)
            if (size > 2 or piece.strip()) and not is_above:
                yield Row(0, first_line, "".join(held), size > record.LONGEST)
            first_line, size, held = line, 0, []
    if size:
        yield Row(0, first_line, "".join(held), size > record.LONGEST)


def _pieces(stream: TextIO) -> Iterator[str]:
    """Yield lines, long ones in pieces that do not end within an escape."""
    while piece := stream.readline(PIECE):
        yield whole(piece, stream, _CUT)


def records(rows: Iterable[Row], head: str) -> Iterator[Record]:
    """Yield each row by the names of the columns."""
    form, names = form_of(head), names_in(head)
    rows = iter(rows)
    if names:
        next(rows, None)
        names = tuple(name or str(number) for number, name in enumerate(names, 1))
    else:
        first = next(rows, None)
        if first is None:
            return
        names = tuple(str(n) for n in range(1, len(_fields(first, form)) + 1))
        rows = chain([first], rows)
    for number, row in enumerate(rows, 1):
        yield _record(row._replace(number=number), form, names)


def _record(row: Row, form: Form, names: tuple[str, ...]) -> Record:
    parts = _fields(row, form)
    values = {name: _value(part, form) for name, part in zip(names, parts, strict=False)}
    return Record(row, values, tuple(_problems(row, parts, names)))


def _problems(row: Row, parts: list[Field], names: tuple[str, ...]) -> Iterator[Diagnostic]:
    if not all(part.is_closed for part in parts):
        yield DUMP_QUOTE_NOT_CLOSED.at(None, row.line, 1, row=row.number)
    if len(parts) != len(names):
        yield DUMP_COLUMNS.at(
            None,
            row.line,
            1,
            row=row.number,
            number=len(parts),
            expected=len(names),
            missing=", ".join(names[len(parts) :]) or "nothing",
        )


def _fields(row: Row, form: Form) -> list[Field]:
    return fields_between(row.text, *form)


def table_values(row: Row, form: Form) -> Iterator[Value]:
    """Yield the values of a row, in order."""
    return (_value(field, form) for field in _fields(row, form))


def _value(field: Field, form: Form) -> Value:
    if field.is_quoted:
        return Value(field.start, field.end, quoted(form.quote, form.backslash))
    return Value(field.start, field.end, BARE if form.separator == "\t" else AS_IT_STANDS)


def _values(line: str, form: Form) -> Iterator[str]:
    for field in fields_between(line, *form):
        yield plain(line, _value(field, form)).strip()


def _first_line(head: str) -> str:
    found = _FIRST_LINE.match(head)
    return found[1] if found else ""


def _separator(line: str) -> str:
    """Return what separates fields: a tab before a text with ``\\n``, else the most frequent."""
    if "\t" in line and _has_coded_lines(line):
        return "\t"
    return max(SEPARATORS, key=line.count)
