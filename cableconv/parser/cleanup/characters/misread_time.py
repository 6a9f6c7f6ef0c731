"""A header's date-time group as a scan reads it: ``O 3001302 APR 94``, ``P O71530Z JAN O7``.

Recognition takes the zone Z for a 2, and zeros for the letter O; others print the group without
blanks, ``011200ZMAR08``.  The group is above the line FM
(ACP 127 para 142), so only a few characters of a telegram are searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.diagnostics.telegram import TIME_MISREAD
from cableconv.parser.cleanup.characters.rewriting import Written, rewritten
from cableconv.patterns import pattern
from cableconv.telegram import Telegram

_BELOW = "\nFM "
_ABOVE = 90  # characters: the line of the group, and empty ones
_USUAL = "Z "
_GROUP = pattern(
    r"^(?P<precedence>(?:[ZOPRY0]\s){0,2})(?P<time>[\dOoIl]{6})\s?(?P<zone>[Zz27])(?P<apart>\s?)"
    r"[A-Z]{3,9}\.?(?P<parted>\s?)(?P<year>[\dOo]{2}(?:[\dOo]{2})?)\b",
    re.MULTILINE,
)
_MEANT = str.maketrans("OoIl", "0011")


def with_time(telegram: Telegram) -> Telegram:
    """Correct such groups above the first lines FM; positions in the file stay correct."""
    text = telegram.text
    at = text.find(_BELOW)
    above = text[max(at - _ABOVE, 0) : max(at, 0)].rstrip()
    line = above.rpartition("\n")[2]
    start = text.rfind(line, 0, at)
    if at < 0 or _is_usual(line):
        return telegram
    found = _GROUP.search(text, start, at)
    pieces = _pieces(found) if found else ()
    return rewritten(telegram, [each for each in pieces if _is_new(each, text)], TIME_MISREAD)


def _is_usual(above: str) -> bool:
    """Whether a zone's letter stands before the month, as nearly everywhere."""
    zone = above.find(_USUAL)
    return zone > 0 and above[max(zone - len("011200"), 0) : zone].isdecimal()


def _pieces(found: re.Match[str]) -> Iterator[Written]:
    yield Written(*found.span("precedence"), found["precedence"].replace("0", "O"))
    yield Written(*found.span("time"), found["time"].translate(_MEANT))
    yield Written(*found.span("zone"), "Z")
    yield Written(*found.span("apart"), found["apart"] or " ")
    yield Written(*found.span("parted"), found["parted"] or " ")
    yield Written(*found.span("year"), found["year"].translate(_MEANT))


def _is_new(piece: Written, text: str) -> bool:
    return text[piece.start : piece.end] != piece.meaning
