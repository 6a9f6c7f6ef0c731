"""Cables named in running text: ``06 ASTANA 573``, ``STATE 188314, 259032``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cableconv.vocabulary import stations

# the letter O stands for the digit in years and numbers, and the other way round in names
_YEAR = r"(?:(?P<year>(?:19|20)\d\d|'?[\dO]\d)[\s-]{0,2})?"
_NAME = r"[A-Z](?:[A-Z.']|0(?=[A-Z]))*(?:[ -]{1,2}[A-Z](?:[A-Z.']|0(?=[A-Z]))*){0,3}"
_NUMBER = r"(?:\d{1,3},\d{3}|O?\d{1,8})"
_NOT_A_DATE = r"(?![\d/:A-Z]|\.\d)"
_CITED = re.compile(
    rf"(?<![\w/.]){_YEAR}(?P<station>{_NAME})(?<!\sO)\s*[-#]?\s*(?P<number>{_NUMBER}){_NOT_A_DATE}"
    r"(?:(?<=\d{3})-(?P<year_after>\d\d)\b|\s*\((?P<year_in_brackets>(?:19|20)\d\d)\))?",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s*(?:\(NOTAL\)\s*)?(?:,\s*AND\b|,|AND\b\s*,?|&|;|/)\s*(?:(?P<year>(?:19|20)\d\d|\d\d)\s+)?"
    rf"(?P<number>\d{{2,8}}){_NOT_A_DATE}(?! (?!AND\b)[A-Z])(?!-\d\d\b)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\s*\(?\s*(NOTAL|EXDIS|NODIS|LIMDIS|STADIS|AND\s+PREVIOUS|ET\s+AL)\b\.?\s*\)?", re.IGNORECASE
)


class Cited(NamedTuple):
    """One cable as cited: two-digit ``year`` if printed, canonical ``station``; the place."""

    year: str | None
    station: str
    number: int
    start: int
    end: int
    notes: tuple[str, ...]


def cited_cables(text: str) -> Iterator[Cited]:
    """Every cable named in ``text``, in order; stations must be known ones."""
    position = 0
    while found := _CITED.search(text, position):
        name, start = _station(found)
        if name is None:
            position = max(found.start("number"), position + 1)
            continue
        year = found["year"] if start == found.start("station") else None
        begin = found.start() if year else start
        year = year or found["year_after"] or found["year_in_brackets"]
        end, notes = _note(text, found.end())
        yield Cited(_two_digits(year), name, _integer(found["number"]), begin, end, notes)
        position = end
        while more := _MORE.match(text, position):
            end, notes = _note(text, more.end())
            begin = more.start("year") if more["year"] else more.start("number")
            yield Cited(
                _two_digits(more["year"] or year), name, int(more["number"]), begin, end, notes
            )
            position = end


def _two_digits(year: str | None) -> str | None:
    return year[-2:].upper().replace("O", "0") if year else None


def _integer(digits: str) -> int:
    return int(digits.upper().replace("O", "0").replace(",", ""))


def _note(text: str, position: int) -> tuple[int, tuple[str, ...]]:
    found = _NOTE.match(text, position)
    if found is None:
        return position, ()
    end, more = _note(text, found.end())
    return end, (" ".join(found[1].upper().split()), *more)


def _station(found: re.Match[str]) -> tuple[str | None, int]:
    """The longest ending of the words before the number that is a station, and where it begins."""
    words, offset = found["station"], found.start("station")
    begins = [0, *(m.end() for m in re.finditer(r"[ -]+", words))]
    for begin in begins:
        name = stations.canonical(words[begin:])
        if name in stations.known():
            return name, offset + begin
    return None, offset
