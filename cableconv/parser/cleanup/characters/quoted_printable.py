"""Quoted-printable text whose mail header was not kept: ``=E2=80=99``, ``=`` at line ends.

RFC 2045 (6.7) ends a longer line with an equals sign, and writes other signs by their bytes.  A
cable has neither, but rows of equals signs, so several such line ends and bytes prove it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.diagnostics.telegram import QUOTED_PRINTABLE_READ
from cableconv.parser.cleanup.characters.rewriting import Written, rewritten
from cableconv.patterns import pattern
from cableconv.telegram import Telegram

_SIGNS = ("=20", "=3D", "=C2=", "=E2=80")
_SURE = ("=20\n", "=20\r", "=C2=", "=E2=80=")
_FEWEST = 3  # of those signs and soft line ends
_SOFT = pattern(r"(?<![=\n])=[ \t]{0,8}\r?\n(?!\r?\n)")
# a soft line end may also part the bytes of one character
_WRITTEN = pattern(
    r"(?:=[0-9A-F]{2})+(?:=\r?\n(?:=[0-9A-F]{2})+)*|(?<![=\n])=[ \t]{0,8}\r?\n(?!\r?\n)"
)


def without_quoted_printable(telegram: Telegram) -> Telegram:
    """Decode it; positions in the file stay correct."""
    text = telegram.text
    # an equals sign alone is found faster, and few texts have one
    if "=" not in text or not any(sign in text for sign in _SIGNS):
        return telegram
    if sum(map(text.count, _SURE)) + len(_SOFT.findall(text)) < _FEWEST:
        return telegram
    return rewritten(telegram, list(_found(text)), QUOTED_PRINTABLE_READ)


def _found(text: str) -> Iterator[Written]:
    """Yield each soft line end, which means nothing, and each run of bytes."""
    for written in _WRITTEN.finditer(text):
        soft = written[0].endswith("\n")  # and no bytes
        yield Written(*written.span(), "" if soft else _decoded(written))


def _decoded(written: re.Match[str]) -> str:
    """Return the characters of bytes in UTF-8, or in Windows' Western code."""
    codes = bytes.fromhex("".join(written[0].replace("=", "").split()))
    try:
        return codes.decode()
    except UnicodeDecodeError:
        return codes.decode("cp1252", "replace")
