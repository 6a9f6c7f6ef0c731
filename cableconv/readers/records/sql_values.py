"""The values of one row after VALUES: quoted and bare ones, and concatenated texts."""

from __future__ import annotations

import re
from collections.abc import Callable
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


def inserted_values(row: Row, backslash: bool) -> list[Value | None]:
    """Return the values between the brackets; ``NULL`` is None."""
    text, found, at = row.text, list[Value | None](), 1
    escaped = backslash or " E'" in text[:PIECE] or ",E'" in text[:PIECE]
    quoting = _WITH_BACKSLASH if escaped else _STANDARD
    while at < len(text) and (item := quoting.item.match(text, at)):
        found.append(_item(text, *item.span("item"), quoting))
        if text[item.end() : item.end() + 1] != ",":
            break
        at = item.end() + 1
    return found


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
