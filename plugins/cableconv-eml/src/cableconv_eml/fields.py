"""Header fields as lines: folded at blanks, words outside ASCII as encoded words.

Python's ``email`` could fold them too; but a subject of 70 characters leaves it with a line that
is empty but for the name, and military strings, which may hold no encoded words, with such words.
"""

from __future__ import annotations

from collections.abc import Iterable
from email.header import Header

from cableconv_eml.plain_text import on_one_line

Field = tuple[str, str | None]
"""A field's name, and its value on one line; ``None`` or empty where there is none."""

_LINE = 78  # RFC 5322, 2.1.1
_WORD = 75
_ENCODED_WORD = 60  # beside a field's name on a line of 76 (RFC 2047, 2)
_END = "\r\n"


def header(fields: Iterable[Field]) -> bytes:
    """The fields that have a value, a line or more each."""
    return "".join(_folded(name, value) for name, value in fields if value).encode("ascii")


def unstructured(words: str) -> str:
    """Any words as a value; what would not fit on a line is encoded, and so divided."""
    line = on_one_line(words)
    fits = all(len(word) <= _WORD for word in line.split(" "))
    return line if line.isascii() and fits else encoded(line)


def encoded(line: str) -> str:
    """Encoded words with blanks between them, which are none of the text's (RFC 2047, 6.2)."""
    return Header(line, "utf-8", maxlinelen=_ENCODED_WORD).encode().replace("\n", "")


def _folded(name: str, value: str) -> str:
    line, *words = f"{name}: {value}".split(" ")
    lines = []
    for number, word in enumerate(words):
        if number and len(line) + len(word) + 1 > _LINE:  # the name never stands alone
            lines.append(line)
            line = ""
        line = f"{line} {word}"
    return _END.join([*lines, line, ""])
