"""Pieces of a file too long for memory, none of which ends within an escape or a mark."""

from __future__ import annotations

import re
from typing import TextIO

_LONGEST_MARK = 64
"""Characters: PostgreSQL cuts the names in its marks, as in ``$name$``, to 63."""


def whole(piece: str, stream: TextIO, cut: re.Pattern[str]) -> str:
    """Return the piece with what follows in the stream, until it no longer ends with ``cut``.

    A row of quotes or backslashes may be as long as the file, so only the end is searched, and
    what follows is joined once.
    """
    more: list[str] = []
    end = piece[-_LONGEST_MARK:]
    while cut.search(end) and (character := stream.read(1)):
        more.append(character)
        end = (end + character)[-_LONGEST_MARK:]
    return piece + "".join(more) if more else piece
