r"""The rows of the 2011 dump, cut out of a stream of any size, and the columns of a row.

A row is known by how it begins (``"1","12/28/1966 18:06","66BUENOSAIRES2481",``), not by
how the one before it ends: so a quote that is not closed costs one row, never the rest of
the file.  Such a beginning cannot stand inside a field, whose quotes are escaped (``\"``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TextIO

from cableconv.patterns import pattern

COLUMNS = ("row", "date", "id", "office", "classification", "references", "header", "body")

LONGEST = 4 * 1024 * 1024
"""Characters of a row that are read; the longest cables have a tenth of it."""

_PIECE = 64 * 1024
_DATE = r"(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d)\ \d{1,2}:\d\d(?::\d\d)?"
_ID = r"\d\d[A-Z][A-Z\d./_-]*\d[A-Z]{0,3}"

_BEGINNING = rf"""
      "\d{{1,9}}"[,;\t]"(?:{_DATE}|{_ID})"[,;\t]
    | "{_DATE}"[,;\t]"
    | \d{{1,9}}[,;\t]"?{_DATE}"?[,;\t]
"""
_BEGINS = pattern(_BEGINNING, re.VERBOSE)
_NAMES = pattern(r'"?(?:id|row|#|date)"?[,;\t]"?\w+"?[,;\t]', re.IGNORECASE)
_BEGINS_A_LINE = pattern(rf"^\ufeff?(?:{_BEGINNING})", re.VERBOSE | re.MULTILINE)

# format lines 3 and 6, labels, and how partial extracts open
_TELEGRAM = pattern(
    r"^(?:DE R[A-Z]{3,7} |FM [A-Z]|E\.?O\.? ?\d{5}|TAGS:|SUBJECT:|This record is a partial)",
    re.MULTILINE,
)

_FORMS = {
    "row": pattern(r"\d{1,9}"),
    "date": pattern(_DATE, re.VERBOSE),
    "id": pattern(_ID),
    "office": pattern(r"(?!(?:UNCLAS|CONFI|SECRET|TOP S|LIMITED))[^\n]{0,80}"),
    "classification": pattern(r"(?:UNCLAS|CONFI|SECRET|TOP S|LIMITED)[^\n]{0,60}"),
    "references": pattern(rf"(?:{_ID})?(?:[|,;\s]+{_ID})*", re.VERBOSE),
}
"""What stands in the columns before header and body, in their order."""


class Row(NamedTuple):
    """One row as it stands; ``number`` counts from 1, 0 is what stands before the first."""

    number: int
    line: int
    text: str
    is_too_long: bool


class Field(NamedTuple):
    """Where in the row a column's value stands, without its quotes."""

    start: int
    end: int
    is_quoted: bool = True
    is_closed: bool = True


def has_a_row(opening: str) -> bool:
    """Whether a line of ``opening`` begins as a row of the dump, and no telegram before it."""
    found = _BEGINS_A_LINE.search(opening)
    return found is not None and not _TELEGRAM.search(opening, 0, found.start())


def rows(stream: TextIO) -> Iterator[Row]:
    """Each row in turn; what is too long for memory is cut, and said to be."""
    number, first_line, line, size = 0, 1, 1, 0
    pieces: list[str] = []
    at_line_start = True
    while piece := stream.readline(_PIECE):
        if at_line_start and _BEGINS.match(piece):
            if size:
                yield Row(number, first_line, "".join(pieces), size > LONGEST)
            number, first_line, size, pieces = number + 1, line, 0, []
        size += len(piece)
        if size <= LONGEST:
            pieces.append(piece)
        at_line_start = piece.endswith("\n")
        line += at_line_start
    if size:
        yield Row(number, first_line, "".join(pieces), size > LONGEST)


def is_column_names(row: Row) -> bool:
    """Whether what stands before the first row says only what the columns are called."""
    return _NAMES.match(row.text) is not None and row.text.count("\n") <= 1


def fields(text: str) -> list[Field]:
    """The row's fields in order, whatever is wrong with their quotes."""
    begins = _BEGINS.match(text)
    separator = re.search(r'(?<=[\d"])[,;\t]', text) if begins else None
    field_form = _field(separator[0] if separator else ",")
    end = len(text.rstrip("\r\n"))
    found: list[Field] = []
    at = 0
    while at <= end:
        field = field_form.match(text, at, end)
        if field is None:
            found.append(Field(at + 1, end, is_closed=False))
            break
        is_quoted = field["quoted"] is not None
        found.append(Field(*field.span("quoted" if is_quoted else "bare"), is_quoted))
        at = field.end() + 1
    return found


def _field(separator: str) -> re.Pattern[str]:
    """A field up to the separator: quoted, or bare with escaped line breaks as in TSV.

    A quote that is followed by neither separator nor end was to be escaped and is text.
    """
    mark = re.escape(separator)
    ends = rf"[ ]*(?:{mark}|\Z)"
    return re.compile(
        rf"""
          "(?P<quoted>[^"\\]*+(?:(?:\\.|""|"(?!{ends}))[^"\\]*+)*+)"[ ]*(?={mark}|\Z)
        | (?P<bare>(?!")(?:[^{mark}\\]|\\.)*+)
        """,
        re.VERBOSE | re.DOTALL,
    )


def columns(found: list[Field], values: list[str]) -> tuple[dict[str, str], list[Field]]:
    """What the columns before the text say, by name, and the fields of the text.

    Where a column is missing, each value is known by its form.
    """
    said: dict[str, str] = {}
    at = 0
    whole = len(found) == len(_FORMS) + 2
    for name, form in _FORMS.items():
        if at < len(values) and (whole or form.fullmatch(values[at])):
            said[name] = values[at]
            at += 1
    return said, found[at:]
