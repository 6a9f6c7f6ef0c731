r"""The rows of the 2011 dump, cut out of a stream of any size, and the columns of a row.

A row is recognised by its beginning (``"1","12/28/1966 18:06","66BUENOSAIRES2481",``), not by
the end of the previous one: so an unclosed quote costs one row, never the rest of
the file.  Such a beginning cannot occur inside a field, whose quotes are escaped (``\"``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, TextIO

from cableconv.patterns import pattern
from cableconv.readers.records import record
from cableconv.readers.records.record import PIECE, Row

COLUMNS = ("row", "date", "id", "office", "classification", "references", "header", "body")

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

# format lines 3 and 6, labels, and openings of partial extracts
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
"""The forms of the columns before header and body, in their order."""


class Field(NamedTuple):
    """The position of a column's value in the row, without quotes."""

    start: int
    end: int
    is_quoted: bool = True
    is_closed: bool = True


def has_a_row(opening: str) -> bool:
    """Whether a line of ``opening`` begins like a row of the dump, without a telegram before it."""
    found = _BEGINS_A_LINE.search(opening)
    return found is not None and not _TELEGRAM.search(opening, 0, found.start())


def rows(stream: TextIO) -> Iterator[Row]:
    """Yield each row, 0 for the text before the first; long rows are cut and marked as such."""
    number, first_line, line, size = 0, 1, 1, 0
    pieces: list[str] = []
    at_line_start = True
    while piece := stream.readline(PIECE):
        if at_line_start and _BEGINS.match(piece):
            if size:
                yield Row(number, first_line, "".join(pieces), size > record.LONGEST)
            number, first_line, size, pieces = number + 1, line, 0, []
        size += len(piece)
        if size <= record.LONGEST:
            pieces.append(piece)
        at_line_start = piece.endswith("\n")
        line += at_line_start
    if size:
        yield Row(number, first_line, "".join(pieces), size > record.LONGEST)


def is_column_names(row: Row) -> bool:
    """Whether the text before the first row only names the columns."""
    return _NAMES.match(row.text) is not None and row.text.count("\n") <= 1


def fields(text: str) -> list[Field]:
    """Return the row's fields in order, tolerating wrong quotes."""
    begins = _BEGINS.match(text)
    separator = re.search(r'(?<=[\d"])[,;\t]', text) if begins else None
    return fields_between(text, separator[0] if separator else ",")


def fields_between(
    text: str, separator: str, backslash: bool = True, quote: str = '"'
) -> list[Field]:
    """Return the fields of any row; ``backslash`` if that escapes the ``quote`` around them."""
    field_form = _field(separator, backslash, quote)
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


@cache
def _field(separator: str, backslash: bool, quote: str) -> re.Pattern[str]:
    """Return a pattern for a field: quoted, or bare with escaped line breaks as in TSV.

    A quote followed by neither separator nor end lacks its escape and is text.
    """
    mark, escaped, plain = re.escape(separator), r"|\\.", r"\\"
    if not backslash:
        escaped, plain = "", ""
    ends = rf"[ ]*(?:{mark}|\Z)"
    return re.compile(
        rf"""
          [ ]*+{quote}(?P<quoted>[^{quote}{plain}]*+
            (?:(?:{quote}{quote}|{quote}(?!{ends}){escaped})[^{quote}{plain}]*+)*+)
          {quote}[ ]*(?={mark}|\Z)
        | (?P<bare>(?![ ]*+{quote})(?:[^{mark}{plain}]{escaped})*+)
        """,
        re.VERBOSE | re.DOTALL,
    )


def columns(values: list[str], number: int) -> tuple[tuple[str, ...], int]:
    """Return the names of the columns before the text, in order, and their number.

    ``number`` is that of all columns.  If one is missing, values are recognised by their form.
    """
    said: list[str] = []
    whole = number == len(_FORMS) + 2
    for name, form in _FORMS.items():
        if len(said) < len(values) and (whole or form.fullmatch(values[len(said)])):
            said.append(name)
    return tuple(said), len(said)
