"""What every dialect gives: rows as they stand in the file, and where in a row each value is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from cableconv.cable import Diagnostic
from cableconv.patterns import pattern

LONGEST = 4 * 1024 * 1024
"""Characters of a row that are read; the longest cables have a tenth of it."""

PIECE = 64 * 1024
"""Characters of a line that are taken at once."""


class Parted(NamedTuple):
    """How the fields of a row are parted, where a statement before it says so."""

    separator: str
    is_csv: bool


class Row(NamedTuple):
    """A stretch of the file that holds one record; ``number`` counts from 1.

    ``line`` and ``column`` are where in the file it begins, ``names`` its columns' where they stand
    before it, as in SQL, where ``parted`` says whether and how it was copied; ``key`` is the name
    under which a record of JSON stands.
    """

    number: int
    line: int
    text: str
    is_too_long: bool = False
    names: tuple[str, ...] = ()
    column: int = 1
    parted: Parted | None = None
    key: str = ""


class Escapes(NamedTuple):
    """How a dialect writes characters that it cannot have in a value.

    ``meaning`` of what ``form`` finds is ``None`` where its last character stands for itself.
    """

    form: re.Pattern[str]
    meaning: Callable[[str], str | None]


class Value(NamedTuple):
    """Where in its row a value stands, without quotes."""

    start: int
    end: int
    escapes: Escapes


class Record(NamedTuple):
    """A row taken apart: its values by the names of their columns, and what is wrong with it."""

    row: Row
    values: Mapping[str, Value]
    diagnostics: tuple[Diagnostic, ...] = ()

    def plain(self, name: str) -> str:
        """What a column says, or nothing."""
        value = self.values.get(name)
        return "" if value is None else plain(self.row.text, value)


def plain(text: str, value: Value) -> str:
    """The value with its escapes as what they stand for."""
    return "".join(text[start:end] + coded for start, end, coded in stretches(text, value))


def stretches(text: str, value: Value) -> Iterator[tuple[int, int, str]]:
    """What stands between the escapes, and what an escape stands for beside its last character."""
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
"""Line ends as spreadsheets write them (ECMA-376, ST_Xstring), left in tables made of those."""

DOUBLED = Escapes(pattern(rf'""|\x00{_OF_SPREADSHEETS}'), _last_character)
"""A quotation mark twice (RFC 4180)."""

QUOTED = Escapes(pattern(r'\\[\\"]|""|\x00'), _last_character)
"""A backslash before quotation mark and backslash, as the dump of 2011 has it; or the former."""

BARE = Escapes(pattern(r"\\(?:[\\nrt\r\n]|\Z)|\x00"), _CODED.get)
"""Line ends and tabs behind a backslash, in fields without quotes."""

AS_IT_STANDS = Escapes(pattern(rf"\x00{_OF_SPREADSHEETS}"), _last_character)
"""No escapes; only NUL bytes go."""
