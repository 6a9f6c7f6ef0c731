"""Header fields as lines: folded at blanks, words outside ASCII as encoded words.

Python's ``email`` could fold them too; but a subject of 70 characters leaves it with a line that
is empty but for the name, and military strings, which may hold no encoded words, with such words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.header import Header
from email.utils import format_datetime

from cableconv.rendering.dates import parsed

from cableconv_eml.plain_text import on_one_line

Field = tuple[str, str | None]
"""A field's name, and its value on one line; ``None`` or empty where there is none."""

_LINE = 78  # RFC 5322, 2.1.1
_WORD = 75
_ENCODED_WORD = 60  # beside a field's name on a line of 76 (RFC 2047, 2)
_END = "\r\n"
_FIRST_YEAR = 1900  # RFC 5322, 3.3
_BREAK = re.compile("(?<=[,;]) ")


def header(fields: Iterable[Field]) -> bytes:
    """The fields that have a value, a line or more each."""
    return "".join(_folded(name, value) for name, value in fields if value).encode("ascii")


def unstructured(words: str) -> str:
    """Any words as a value; what would not fit on a line is encoded, and so divided."""
    line = on_one_line(words)
    fits = all(len(word) <= _WORD for word in line.split(" "))
    return line if line.isascii() and fits else encoded(line)


def date_time(date: str | None) -> str | None:
    """``Fri, 01 Feb 2008 09:30:00 +0000``; ``None`` where there is none that mail can write."""
    moment = parsed(date or "")
    return format_datetime(moment) if moment and moment.year >= _FIRST_YEAR else None


def encoded(line: str) -> str:
    """Encoded words with blanks between them, which are none of the text's (RFC 2047, 6.2)."""
    return Header(line, "utf-8", maxlinelen=_ENCODED_WORD).encode().replace("\n", "")


def _folded(name: str, value: str) -> str:
    """Lines that end behind a comma or semicolon where they can (RFC 5322, 2.2.3)."""
    start, *pieces = _pieces(value, room=_LINE - len(f"{name}: "))
    line, lines = f"{name}: {start}", []  # the name never stands alone
    for piece in pieces:
        if len(line) + len(piece) + 1 > _LINE:
            lines.append(line)
            line = ""
        line = f"{line} {piece}"
    return _END.join([*lines, line, ""])


def _pieces(value: str, room: int) -> Iterator[str]:
    for piece in _BREAK.split(value):
        yield from [piece] if len(piece) <= room else piece.split(" ")
