"""The common results of all dialects: rows of the file, and the positions of values in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from cableconv.cable import Diagnostic
from cableconv.patterns import pattern

LONGEST = 4 * 1024 * 1024
"""Characters of a row that are read; the longest cables have a tenth of this."""

PIECE = 64 * 1024
"""Characters of a line that are read at once."""


class Parted(NamedTuple):
    """How the fields of a row are separated, if a preceding statement says so."""

    separator: str
    is_csv: bool


class Row(NamedTuple):
    """A part of the file with one record; ``number`` counts from 1.

    ``line`` and ``column`` are its position in the file, ``names`` its column names if they
    precede it, as in SQL, where ``parted`` says whether and how it was copied; ``key`` is the name
    of a record in JSON; ``assigns``: it has assignments, ``name = value``, instead of values.
    """

    number: int
    line: int
    text: str
    is_too_long: bool = False
    names: tuple[str, ...] = ()
    column: int = 1
    parted: Parted | None = None
    key: str = ""
    assigns: bool = False


class Escapes(NamedTuple):
    """How a dialect escapes characters inside a value.

    ``meaning`` of a match of ``form`` is ``None`` if it means its last character.
    """

    form: re.Pattern[str]
    meaning: Callable[[str], str | None]


class Value(NamedTuple):
    """The position of a value in its row, without quotes."""

    start: int
    end: int
    escapes: Escapes


class Record(NamedTuple):
    """A row split into values by column name, with its problems."""

    row: Row
    values: Mapping[str, Value]
    diagnostics: tuple[Diagnostic, ...] = ()

    def plain(self, name: str) -> str:
        """Return the value of a column, or an empty text."""
        value = self.values.get(name)
        return "" if value is None else plain(self.row.text, value)


def plain(text: str, value: Value) -> str:
    """Return the value with its escapes decoded."""
    return "".join(text[start:end] + coded for start, end, coded in stretches(text, value))


def stretches(text: str, value: Value) -> Iterator[tuple[int, int, str]]:
    """Yield the text between escapes, and what an escape means apart from its last character."""
    done = value.start
    for escape in value.escapes.form.finditer(text, value.start, value.end):
        meaning = value.escapes.meaning(escape[0])
        yield done, escape.start(), meaning or ""
        done = escape.end() - (meaning is None)
    yield done, value.end, ""


def _last_character(escape: str) -> str | None:
    return "\n" if escape == "_x000A_" else "" if escape in ("\0", "_x000D_") else None


_CODED = {"\\": "", r"\n": "\n", r"\r": "\r", r"\t": "\t", "\0": ""}

_OF_SPREADSHEETS = "|_x000[AD]_"
"""Line ends as spreadsheets write them (ECMA-376, ST_Xstring), left in exported tables."""

DOUBLED = Escapes(pattern(rf'""|\x00{_OF_SPREADSHEETS}'), _last_character)
"""A quotation mark twice (RFC 4180)."""

QUOTED = Escapes(pattern(r'\\[\\"]|""|\x00'), _last_character)
"""A backslash before quotation mark and backslash, as in the dump of 2011; or doubled marks."""

_OF_APOSTROPHES = {
    False: Escapes(pattern(rf"''|\x00{_OF_SPREADSHEETS}"), _last_character),
    True: Escapes(pattern(r"\\[\\']|''|\x00"), _last_character),
}


def quoted(quote: str, backslash: bool) -> Escapes:
    """The escapes of fields with that quote; ``backslash`` if one may stand before it."""
    if quote == "'":
        return _OF_APOSTROPHES[backslash]
    return QUOTED if backslash else DOUBLED


BARE = Escapes(pattern(r"\\(?:[\\nrt\r\n]|\Z)|\x00"), _CODED.get)
"""Line ends and tabs after a backslash, in unquoted fields."""

AS_IT_STANDS = Escapes(pattern(rf"\x00{_OF_SPREADSHEETS}"), _last_character)
"""No escapes; only NUL bytes go."""
