"""The values of one row: quoted and bare ones, concatenated texts, and assigned ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cableconv.patterns import pattern
from cableconv.readers.records.record import AS_IT_STANDS, PIECE, Escapes, Row, Value

_NESTED = r"""\((?:{text}|[^'()]++|\((?:{text}|[^'()]++)*+\))*+\)"""
_BARE = r"""\$(?P<tag>[A-Za-z_]*+)\$.*?(?:\$(?P=tag)\$|\Z)|[^'"(),$]++|\$"""
"""Values without quotation marks; a text between dollar signs is PostgreSQL's."""
_JOINED = r"'\s*+(?:(?:\|\||\+)\s*+(?:N?CHA?R\s*+\(\s*+\d{1,6}\s*+\)\s*+)?){1,9}+N?'"
"""What concatenates two texts, perhaps with characters between: ``'a' || CHR(10) || 'b'``."""
_DOLLARS = pattern(r"\s*+\$(?P<tag>[A-Za-z_]*+)\$(?P<text>.*?)(?:\$(?P=tag)\$|\Z)", re.DOTALL)


class _Quoting(NamedTuple):
    """The patterns for the items of a row, and for the text in an item, by style of quoting."""

    item: re.Pattern[str]
    text: re.Pattern[str]


def _quoting(single: str, double: str) -> _Quoting:
    nested = _NESTED.format(text=f"'(?:{single})*+'")
    item = rf"""\s*+(?P<item>(?:'(?:{single})*+(?:'|\Z)|"(?:{double})*+"|{_BARE}|{nested})*+)"""
    first, second = rf"'(?P<single>(?:{_JOINED}|{single})*+)", rf'"(?P<double>(?:{double})*+)'
    text = rf"""(?P<how>[\w(\s]*+)(?:{first}(?:'|\Z)|{second}")"""
    flags = re.DOTALL | re.IGNORECASE
    return _Quoting(pattern(item, flags), pattern(text, flags))


_WITH_BACKSLASH = _quoting(r"[^'\\]++|''|\\.", r'[^"\\]++|\\.')
_STANDARD = _quoting(r"[^']++|''", r'[^"]++')


_NUMBER = pattern(r"\d+")
_CODES = {r"\n": "\n", r"\r": "\r", r"\t": "\t", r"\0": "", "\0": ""}
_UNICODE = r"\\u[\da-f]{4}|\\U[\da-f]{8}|\\[\da-f]{4}|\\\\"


def _meaning(escape: str) -> str | None:
    """Return the meaning of an escape; a concatenation means its numbered characters."""
    if escape.startswith("'"):
        return "".join(_character(int(number)) for number in _NUMBER.findall(escape))
    return _CODES.get(escape)


def _unicode_meaning(escape: str) -> str | None:
    code = escape[1:].lstrip("uU")
    return _character(int(code, 16)) if code.isalnum() else _meaning(escape)


def _character(number: int) -> str:
    is_one = 0 < number < 0xD800 or 0xDFFF < number <= 0x10FFFF
    return chr(number) if is_one else ""


def _escapes(form: str, meaning: Callable[[str], str | None] = _meaning) -> Escapes:
    """Return the escapes of a text: ``form``, concatenations, NUL bytes, doubled quotes."""
    joined = rf"{_JOINED}|''|\x00" + (f"|{form}" if form else "")
    return Escapes(pattern(joined, re.DOTALL | re.IGNORECASE), meaning)


def _doubled(escape: str) -> str | None:
    return None if escape == "''" else _meaning(escape)


_DOUBLED = _escapes("", _doubled)
_BEHIND_BACKSLASH = _escapes(r"\\.", _doubled)
_REPLACED = _escapes(r"\\[nr]", _doubled)
_UNISTR = _escapes(_UNICODE, lambda escape: None if escape == "''" else _unicode_meaning(escape))


_ASSIGNED = pattern(r"\s*+(?:\w++\s*+\.\s*+)?[\[`\"]?(?P<name>\w++)[\]`\"]?\s*+:?=")
"""The name before the value of an assignment, perhaps behind its table's."""


def inserted_values(row: Row, backslash: bool) -> list[Value | None]:
    """Return the values between the brackets; ``NULL`` is None."""
    quoting = _quoting_of(row, backslash)
    return [_item(row.text, start, end, quoting) for start, end in _items(row, quoting)]


def assigned_values(row: Row, backslash: bool) -> dict[str, Value | None]:
    """Return the values of ``name = value, name = value``."""
    found, quoting = dict[str, Value | None](), _quoting_of(row, backslash)
    for start, end in _items(row, quoting):
        if named := _ASSIGNED.match(row.text, start, end):
            found[named["name"]] = _item(row.text, named.end(), end, quoting)
    return found


def _quoting_of(row: Row, backslash: bool) -> _Quoting:
    head = row.text[:PIECE]
    escaped = backslash or any(opening in head for opening in (" E'", ",E'", "=E'"))
    return _WITH_BACKSLASH if escaped else _STANDARD


def _items(row: Row, quoting: _Quoting) -> Iterator[tuple[int, int]]:
    """Yield the position of each item between commas."""
    text, at = row.text, 1
    while at < len(text) and (item := quoting.item.match(text, at)):
        yield item.span("item")
        if text[item.end() : item.end() + 1] != ",":
            return
        at = item.end() + 1


def _item(text: str, start: int, end: int, quoting: _Quoting) -> Value | None:
    if dollars := _DOLLARS.match(text, start, end):
        return Value(*dollars.span("text"), AS_IT_STANDS)
    quoted = quoting.text.match(text, start, end)
    if quoted is None:
        bare = text[start:end].strip()
        return None if bare.upper() == "NULL" else Value(start, start + len(bare), _DOUBLED)
    where = quoted.span("single" if quoted["single"] is not None else "double")
    return Value(*where, _escapes_of(quoted["how"].strip().lower(), quoting))


def _escapes_of(how: str, quoting: _Quoting) -> Escapes:
    """Return the escapes of a text, by the words before it."""
    if "replace(" in how:
        return _REPLACED
    if "unistr(" in how:
        return _UNISTR
    return _BEHIND_BACKSLASH if quoting is _WITH_BACKSLASH and how != "n" else _DOUBLED
