"""Cables cited in running text: ``06 ASTANA 573``, ``STATE 188314, 259032``, ``OSLO 77-79``."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from cableconv.parser.preface.references.notes import read_notes
from cableconv.parser.preface.references.years import (
    BEFORE,
    BEHIND_SLASH,
    WHOLE_BEHIND_SLASH,
    figures_follow,
    is_past,
    two_digits,
    year_behind,
)
from cableconv.patterns import pattern
from cableconv.vocabulary import stations
from cableconv.vocabulary.months import BEGINNINGS

# the letter O may replace the digit in numbers, and the digit the letter in names
_LETTER = r"(?-i:[A-Za-z])"
_WORD = (
    rf"(?:[^\W\d_]|0(?={_LETTER}{{3}}))"
    rf"(?:[^\W\d_]|[.']|’|0(?={_LETTER})|(?<={_LETTER}{{3}})0(?=\s\d))*"
)
_NAME = rf"{_WORD}(?:[ -](?:[ ]{{2,8}}|[ -])?{_WORD}){{0,5}}"
_NOT_A_DATE = (
    rf"(?!:?\d|{_LETTER}|(?<!\d{{3}})(?!{BEHIND_SLASH})/\d{{1,2}}(?!\d)|\.\d"
    rf"|\s+(?:{BEGINNINGS}){_LETTER}*\b)"
)
_CITED = pattern(
    rf"(?<![\w.])(?<!\D/)(?:(?P<year>{BEFORE})[\s:/.-]{{0,2}}|[(\[](?P<in_brackets>{BEFORE})[)\]]\s*)?"
    rf"(?P<station>{_NAME})(?<!\sO)(?:\s*\((?:ALDAC|NOTAL|EXDIS|NODIS|SECTO|TOSEC)\))?"
    r"\s*(?:,\s(?=\d{1,2}\s*$|\d{3,6}\b)(?!(?:19|20)\d\d\b)|[-#:_/]{0,2}\s*)"
    rf"(?P<year_inside>\d\d(?!{WHOLE_BEHIND_SLASH})[\s/-](?=\d{{3}})|['’]\d\d\s+|[(\[](?:['’]|19|20)?\d\d[)\]]\s*(?=\d))?"
    rf"(?P<number>\d{{1,3}},\d{{3}}|O?\d[\dO]{{0,7}}){_NOT_A_DATE}",
    re.IGNORECASE,
)
_USUAL = pattern(
    r"\s*(?:(?P<year>\d\d) )?(?P<station>[A-Z]{3,}(?: [A-Z]{3,})?) (?P<number>\d{1,7})"
    r"(?:\s+\(NOTAL\))?[\s,;]*$"
)
_ENDS = r"(?=\s*(?:[;,&(]|\.(?!\d)|-\d|AND\b|NOTAL|$))"
_MORE = pattern(
    r"\s*(?:,\s*(?:AND\b|&)|,|(?:AND|PLUS)\b\s*,?|&|;|/)\s*(?:(?P<year>(?:19|20)\d\d|\d\d)\s+)?"
    rf"(?P<number>\d{{1,8}}){_NOT_A_DATE}(?:{_ENDS}|(?<=\d{{3}})(?<!\b19\d\d)(?<!\b20\d\d))",
    re.IGNORECASE,
)
_LAST = pattern(
    rf"\s*(?:\bTHR(?:OUGH|U)\b|\bTO\b|-|–|—)\s*(?P<last>\d{{1,8}}){_NOT_A_DATE}", re.IGNORECASE
)
_SWAPPED = pattern(
    rf"\s*(?:(?P<year>{BEFORE})\s+)?(?P<number>\d{{3,8}})\s+(?P<station>{_NAME})[\s,;.]*$",
    re.IGNORECASE,
)
_FILLERS = pattern(
    r"(?:(?<![ -])[ -]++(?:CABLE|TELEGRAM|TELNO|TEL|NO|NR|NUMBER|MSG|MESSAGE|MRN|ALDAC|CIRCULAR"
    r"|CIRC)\b\.?)+$",
    re.IGNORECASE,
)
_REPORT = pattern(r"\b(?!REFS?\b|REFTEL)[A-Z]{3,6}R?[ -]+$|\bOF +$")
_NOT_BLANK = pattern(r"\S")
_YEAR = pattern(r"(?:19|20)\d\d")
_THROUGH = frozenset("-–—Tt")
_BETWEEN = " ,;&/"
_AND_OR_PLUS = frozenset("AaPp")
_AIRGRAM = (" A", " CA")
_LONGEST_RANGE = 50
_FEWEST_BEFORE_SLASH = 3  # digits: fewer are a month or a day, unless the station stands alone


class Cited(msgspec.Struct, frozen=True):
    """One cable as cited: two-digit ``year`` if printed, canonical ``station``, and position.

    ``repaired`` says that a weaker rule was needed: a range, a misspelt station, a number
    before its station.
    """

    year: str | None
    station: str
    number: int
    start: int
    end: int
    notes: tuple[str, ...] = ()
    repaired: bool = False


class _Station(msgspec.Struct, frozen=True):
    name: str
    start: int
    repaired: bool = False


def cited_cables(text: str, own_year: str | None = None) -> Iterator[Cited]:
    """Return every cable named in ``text``, in order; ``own_year`` is that of the citing cable.

    Stations must be known ones; one at the beginning of ``text`` may be misspelt.
    """
    position = 0
    if usual := _usual(text):
        yield from usual
        return
    while found := _CITED.search(text, position):
        station = _station(found)
        if station is None:
            position = max(found.start("number"), position + 1)
            continue
        for cable in _listed(text, found, station, own_year):
            yield cable
            position = cable.end
    if position == 0 and (swapped := _SWAPPED.match(text)):
        yield from _swapped(swapped)


def _usual(text: str) -> list[Cited]:
    """Return the cable that a whole text names in the usual form: ``07 SUVA 19 (NOTAL)``."""
    found = _USUAL.match(text)
    name = stations.canonical(found["station"]) if found else None
    if found is None or name not in stations.known():
        return []
    start = found.start("year" if found["year"] else "station")
    place = (start, found.start("number"), found.end("number"))
    return _numbered(text, _Station(name, start), found["year"], place, None)


def _listed(text: str, found: re.Match[str], station: _Station, own: str | None) -> Iterator[Cited]:
    """Yield the cable found and those of the same station whose numbers follow."""
    year, start = None, station.start
    if station.start == found.start("station") and (found["year"] or found["in_brackets"]):
        year, start = found["year"] or found["in_brackets"], found.start()
    if not year and found["year_inside"]:
        year = found["year_inside"].strip(" /-()[]")
    cables = _numbered(
        text, station, year, (start, found.start("number"), found.end("number")), own
    )
    yield from cables
    while _may_go_on(text, cables[-1].end):
        more = _MORE.match(text, cables[-1].end)
        if more is None:
            return
        begin = more.start("year") if more["year"] else more.start("number")
        place = (begin, more.start("number"), more.end("number"))
        cables = _numbered(text, station, more["year"] or year, place, own)
        yield from cables


def _may_go_on(text: str, position: int) -> bool:
    """Whether another number follows, after a comma or AND."""
    behind = text[position:].lstrip(_BETWEEN)
    return behind[:1].isdecimal() or behind[:1] in _AND_OR_PLUS


def _numbered(
    text: str, station: _Station, year: str | None, place: tuple[int, int, int], own: str | None
) -> list[Cited]:
    """Yield one number with the text after it, or a range of numbers."""
    start, begin, end = place
    first = last = _integer(text[begin:end])
    may_be_range = text[end:].lstrip()[:1] in _THROUGH and figures_follow(text, end)
    through = _LAST.match(text, end) if may_be_range else None
    if through:
        last = _completed(text[begin:end], through["last"])
        if 0 < last - first <= _LONGEST_RANGE and not _is_year(through, begin, own):
            end = through.end()
        else:
            last = first
    end, notes = read_notes(text, end)
    end, behind = year_behind(text, end, own)
    end, more_notes = read_notes(text, end)
    printed = two_digits(year) if year else behind
    repaired = station.repaired or last > first
    return [
        Cited(printed, station.name, number, start, end, notes + more_notes, repaired)
        for number in range(first, last + 1)
    ]


def _is_year(through: re.Match[str], begin: int, own: str | None) -> bool:
    """Whether two digits right after a longer number are a past year: ``QUITO 4525-91``."""
    digits = through["last"]
    glued = through.end() - through.start() == len(digits) + 1
    return glued and len(digits) == 2 < through.start() - begin and is_past(digits, own)


def _completed(first: str, last: str) -> int:
    """Return the end of a range: ``188314-16`` ends with 188316."""
    return _integer(first[: max(0, len(first) - len(last))] + last)


def _swapped(found: re.Match[str]) -> Iterator[Cited]:
    """Yield the cable of ``377 KATHMANDU``."""
    name = stations.canonical(found["station"])
    if name in stations.known():
        year = two_digits(found["year"]) if found["year"] else None
        start = found.start("year") if year else found.start("number")
        yield Cited(year, name, int(found["number"]), start, found.end("station"), (), True)


def _integer(digits: str) -> int:
    return int(digits.upper().replace("O", "0").replace(",", ""))


def _is_document(title: str, number: str) -> bool:
    """Whether it is a report by its abbreviation, with country and year: ``INCSR BRAZIL 2008``."""
    return _REPORT.search(title) is not None and _YEAR.fullmatch(number) is not None


def _station(found: re.Match[str]) -> _Station | None:
    """Return the longest ending of the words before the number that is a station, and its start."""
    words, offset = found["station"], found.start("station")
    if words.endswith(_AIRGRAM) and found.string.startswith("-", found.end("station")):
        return None  # STATE A-3728: airgrams have numbers of their own
    if " " in words or "-" in words:
        words = _FILLERS.sub("", words)
    words = words.replace("0", "O")
    is_short = found.string.startswith("/", found.end()) \
        and len(found["number"]) < _FEWEST_BEFORE_SLASH  # fmt: skip
    alone = words[len("AND ") :] if words.upper().startswith("AND ") else words
    if is_short and stations.canonical(alone) not in stations.known():
        return None  # MEETING IN PARIS 12/06
    for begin in [0, *(m.end() for m in re.finditer(r"[ -]+", words))]:
        name = stations.canonical(words[begin:].removesuffix("'S").removesuffix("’S"))
        if name == "WASHDC" and begin:
            return None  # an agency's message: its name precedes the city
        if name in stations.known():
            document = begin and not found["year"] and _is_document(words[:begin], found["number"])
            return None if document else _Station(name, offset + begin)
    first = not _NOT_BLANK.search(found.string, 0, found.start())
    near = stations.nearest(words) if first else None
    return _Station(near, offset, repaired=True) if near else None
