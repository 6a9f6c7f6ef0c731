"""Header fields as lines: folded at spaces, words outside ASCII as encoded words.

Python's ``email`` could fold them too, but it turns a subject of 70 characters into a line with
only the name, and military strings, which may not hold encoded words, into such words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.header import Header
from email.utils import format_datetime

from cableconv.rendering.dates import parsed

from cableconv_eml.plain_text import on_one_line

Field = tuple[str, str | None]
"""A field's name, and its value on one line; ``None`` or empty if there is none."""

_LINE = 78  # RFC 5322, 2.1.1
_WORD = 75
_ENCODED_WORD = 60  # for a line of 76 with a field's name (RFC 2047, 2)
_END = "\r\n"
_FIRST_YEAR = 1900  # RFC 5322, 3.3
_BREAK = re.compile("(?<=[,;]) ")


def header(fields: Iterable[Field]) -> bytes:
    """Return the fields that have a value, each on one or more lines."""
    return "".join(_folded(name, value) for name, value in fields if value).encode("ascii")


def unstructured(words: str) -> str:
    """Return any words as a value; words too long for a line are encoded, and so divided."""
    line = on_one_line(words)
    fits = all(len(word) <= _WORD for word in line.split(" "))
    return line if line.isascii() and fits else encoded(line)


def date_time(date: str | None) -> str | None:
    """Return ``Fri, 01 Feb 2008 09:30:00 +0000``; ``None`` for a date that mail cannot have."""
    moment = parsed(date or "")
    return format_datetime(moment) if moment and moment.year >= _FIRST_YEAR else None


def encoded(line: str) -> str:
    """Return encoded words; the spaces between them do not count as text (RFC 2047, 6.2)."""
    return Header(line, "utf-8", maxlinelen=_ENCODED_WORD).encode().replace("\n", "")


def _folded(name: str, value: str) -> str:
    """Return lines that end after a comma or semicolon if possible (RFC 5322, 2.2.3)."""
    start, *pieces = _pieces(value, room=_LINE - len(f"{name}: "))
    line, lines = f"{name}: {start}", []  # the name is never alone on a line
    for piece in pieces:
        if len(line) + len(piece) + 1 > _LINE:
            lines.append(line)
            line = ""
        line = f"{line} {piece}"
    return _END.join([*lines, line, ""])


def _pieces(value: str, room: int) -> Iterator[str]:
    for piece in _BREAK.split(value):
        yield from [piece] if len(piece) <= room else piece.split(" ")
