"""The class line: classification, section, station and number (5 FAH-2 H-222, ACP 127 para 209)."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from cableconv.cable import Level
from cableconv.patterns import pattern
from cableconv.vocabulary import stations
from cableconv.vocabulary.edit_distance import within_one_edit

_LEVELS: dict[str, Level] = {
    "UNCLAS": "UNCLASSIFIED",
    "UNCLASSIFIED": "UNCLASSIFIED",
    "UNCLASSIFED": "UNCLASSIFIED",
    "LIMITEDOFFICIALUSE": "LIMITED OFFICIAL USE",
    "CONFIDENTIAL": "CONFIDENTIAL",
    "CONFIDENTAL": "CONFIDENTIAL",
    "SECRET": "SECRET",
    "TOPSECRET": "TOP SECRET",
}
_PRINTED = {
    "U": ("UNCLASSIFIED", "UNCLASSIFED", "UNCLAS"),
    "L": ("LIMITEDOFFICIALUSE",),
    "C": ("CONFIDENTIAL", "CONFIDENTAL"),
    "O": ("CONFIDENTIAL", "CONFIDENTAL"),
    "T": ("TOPSECRET",),
    "S": ("SECRET",),
    "E": ("SECRET",),
}
"""The levels that a line with that first letter may have; C and S may be lost."""
_DIGITS = {"O": "[O0]", "I": "[I1]"}


def _spaced(word: str) -> str:
    """Return a pattern for a word, spaced or not; C and S are also doubled or lost at its start.

    A zero may replace the letter O, and a one the letter I.
    """
    first, *rest = (_DIGITS.get(letter, letter) for letter in word)
    if first in "CS":
        return f"(?:{first} *){{1,2}}{' *'.join(rest)}|{' '.join(rest)}"
    return f"{first} *{' *'.join(rest)}"


# ASCII, here and below: where case is ignored, Python compiles other sets with an I, K or S slowly.
_SPELT = {
    levels: pattern(rf"(?:{'|'.join(map(_spaced, levels))})(?![A-Z])", re.IGNORECASE | re.ASCII)
    for levels in _PRINTED.values()
}
_LEVEL = {initial: _SPELT[levels] for initial, levels in _PRINTED.items()}
_CAVEATS = (
    r"E\s?F\s?T\s?O|NOFORN|SENSITIVE|FOUO|SBU|NODIS|EXDIS|LIMDIS|FGI"
    r"|REL\sTO\s(?a:[A-Z]{3,4}(?:,\s?(?:AND\s)?[A-Z]{3,4}|\sAND\s[A-Z]{3,4})*)"
    r"|FOR\sOFFICIAL\sUSE\sONLY|SPECAT|SVC"
)
_CAVEATS_PRINTED = pattern(rf"(?:[ ,/]{{0,40}}(?://?|\b)(?:{_CAVEATS})\b)*", re.IGNORECASE)
_CAVEAT_BEGINNINGS = frozenset(
    ("E F", "EFT", "EXD", "FGI", "FOR", "FOU", "LIM", "NOD", "NOF", "REL", "SBU", "SEN", "SPE",
     "SVC")
)  # fmt: skip
_BEFORE_CAVEAT = " ,/"
# SECTION letter by letter, as one of them is often lost or doubled.
# The lengths are limited, since a text of one line may have thousands of signs here.
_BEHIND_CAVEATS = pattern(
    r"""
    (?P<between>[ ,./:*)-]{0,200})
    (?:(?P<final>FINAL\s+)?(?a:[SECTION]{5,9})\s+(?:(?P<section>[\dO]\d?)\s*)?(?:[OG0]\s?F|/)
        \s*(?P<total>\d\d?)(?P<after>[ ,*-]*))?
    (?:(?P<station>(?a:[A-Z0-9][A-Z .'/()-]{0,80}?))\s{0,200}
        (?<![0-9])(?P<serial>\d[\dO]{0,7})(?!\d|\s?/[/N]|Z\ (?a:[A-Z]{3})\ )(?P<part>/\d(?!\S))?)?
    (?P<rest>.*)$""",
    re.VERBOSE | re.IGNORECASE,
)
_LIKE_LEVEL = pattern(r"[A-Z]?(?:[A-Z]{1,2} ){4,}|[A-Z]{5,14}(?![A-Z])")
# the subject of a military message: //N04061//, or several of them
_SUBJECT_CODE = pattern(r"/{0,2}(?:N?\d{4,6}/){0,9}N?\d{4,6}\s?//$")
# messages to all units of a service, counted by the year (NAVADMIN 012/08): no post's number
_SERIES = pattern(r"(?:NAVADMIN|MARADMIN|ALNAV|ALMAR|ALCOAST)$", re.IGNORECASE)
_REDACTED = pattern(r"X{4,}(?: X{4,})* ?$", re.IGNORECASE)
_JOINED_LEVELS = ("UNCLASSIFIED", "UNCLAS", "CONFIDENTIAL", "SECRET")
_INITIALS = frozenset("UNCLTSEO")
_PARTED = pattern(r"(?:(?-i:[A-Za-z])[.-]\s?){4,}", re.IGNORECASE)  # C-O-N-F-I-D-E-N-T-I-A-L
_AS_SPACED = str.maketrans("-.", "  ")
BEGINNINGS = frozenset(
    ("UNC", "UN ", "U N", "LIM", "LI ", "L I", "CON", "CO ", "C O", "CCO", "CC ", "C C", "C  ",
     "C 0", "C0N", "O N", "TOP", "TO ", "T O", "SEC", "SE ", "S E", "SSE", "SS ", "S S", "S  ",
     "E C", "U-N", "U.N", "L-I", "L.I", "C-O", "C.O", "T-O", "T.O", "S-E", "S.E")
)  # fmt: skip
"""The first three characters of levels: the first letter may be doubled, or lost."""
_WORDS = frozenset(word for words in _PRINTED.values() for word in words)
_MAY_BE_PRINTED = (*_WORDS, *(word[0] + word for word in _WORDS), *(word[1:] for word in _WORDS))
_LETTERS = str.maketrans("01", "OI", " -.")
_ORDER = pattern(r"E\.?\s?O\.?$")  # the label below a lone level
_FEWEST_DIGITS = 3  # of a number that may follow any name; 86 follows a known station alone
_CHANNEL = ("VZCZC", "ZCZC")  # followed by a channel's number (format line 1), not a station's
_COUNTER = pattern(r"[A-Z]{3}\d{4}$")  # a printer's page count, without a space
_APART = pattern(r"(?:[A-Z] )+[A-Z]$")
_CAVEAT = pattern(r"E\s?F\s?T\s?O|REL TO [A-Z, ]+|FOR OFFICIAL USE ONLY|[A-Z]+", re.IGNORECASE)


class ClassLine(msgspec.Struct, frozen=True):
    """A parsed class line; positions count from the line's first character."""

    level: Level
    caveats: tuple[str, ...]
    section: int | None
    total: int | None
    station: str | None
    serial: str | None
    rest: str
    repaired: bool
    classified_end: int
    section_span: tuple[int, int]
    number_span: tuple[int, int]
    rest_start: int


def read_class_line(text: str) -> ClassLine | None:
    """Parse a class line; None if the line is not one."""
    if text[:3].upper() in BEGINNINGS or is_numbered_capitals(text):
        return _read(text)
    return None


def may_be_level(beginning: str) -> bool:
    """Whether these first characters of a line may be those of a level, spaced or not."""
    printed = beginning.upper()
    letters = printed.translate(_LETTERS)
    return printed[:3] in BEGINNINGS and any(word.startswith(letters) for word in _MAY_BE_PRINTED)


def is_numbered_capitals(text: str) -> bool:
    """Whether a line is in capitals and ends with a number, like one with a misspelt level."""
    return text[-1].isdecimal() and text[0] in _INITIALS and text.isupper()


@lru_cache(maxsize=64)  # all stages of the parser ask about the same few lines
def _read(text: str) -> ClassLine | None:
    if text[1:2] in "-." and (parted := _PARTED.match(text)):
        text = parted[0].translate(_AS_SPACED) + text[parted.end() :]
    word, well_spelt = _word(text)
    if word is None:
        return None
    printed_caveats = _caveats_behind(text, len(word))
    found = _BEHIND_CAVEATS.match(text, len(word) + len(printed_caveats))
    if found is None or not (well_spelt or (found["serial"] and not found["rest"])):
        return None
    printed = word.upper().replace(" ", "")
    letters = printed.replace("0", "O").replace("1", "I")
    level = _LEVELS.get(letters) or _repaired(letters)
    if level is None or not _plausible(word, found):
        return None
    caveats = _CAVEAT.findall(printed_caveats) if printed_caveats else ()
    section = found["section"] or (found["total"] if found["final"] else None)
    return ClassLine(
        level=level,
        caveats=tuple(map(_caveat, caveats)),
        section=int(_digits(section)) if section else None,
        total=int(found["total"]) if found["total"] else None,
        station=found["station"],
        serial=_digits(found["serial"]) if found["serial"] else None,
        rest=found["rest"].strip(),
        repaired=printed not in _LEVELS,
        classified_end=found.end("between"),
        section_span=(found.end("between"), found.end("after")),
        number_span=(found.start("station"), max(found.end("serial"), found.end("part"))),
        rest_start=found.start("rest"),
    )


def _word(text: str) -> tuple[str | None, bool]:
    """Return the level as printed at a line's beginning, and whether its letters are right."""
    initial = text[0].upper()
    if initial in _LEVEL and (found := _LEVEL[initial].match(text)):
        return found[0], True
    if not is_numbered_capitals(text):
        return None, False
    if joined := _joined_level(text):
        return joined, True
    like = _LIKE_LEVEL.match(text)
    return (like[0] if like else None), False


def _joined_level(text: str) -> str | None:
    """Return a level that a scan joined to the section or station behind it: ``SECRETSTATE 1``."""
    level = next(filter(text.startswith, _JOINED_LEVELS), None)
    if level is None or text.startswith("SECTION ", len(level)):
        return level
    station = text[len(level) :].rstrip("0123456789 ")
    return level if stations.canonical(station) in stations.known() else None


def _digits(number: str) -> str:
    """Return the number with zeros where it has the letter O."""
    return number.upper().replace("O", "0")


def _caveat(text: str) -> str:
    letters = text.upper()
    return letters.replace(" ", "") if _APART.match(letters) else letters


def _caveats_behind(text: str, start: int) -> str:
    """Return the caveats behind a level, as printed."""
    beginning = text[start:].lstrip(_BEFORE_CAVEAT)[:3].upper()
    found = _CAVEATS_PRINTED.match(text, start) if beginning in _CAVEAT_BEGINNINGS else None
    return found[0] if found else ""


def _repaired(letters: str) -> Level | None:
    """Return the level that is one typing error away: a letter lost, doubled, wrong or moved."""
    return next((level for word, level in _LEVELS.items() if within_one_edit(word, letters)), None)


def _plausible(level: str, found: re.Match[str]) -> bool:
    """Whether it is not just a sentence that begins with the word ``secret``."""
    station = found["station"]
    if station is None:
        rest = found["rest"].strip()
        is_sure = " " in level.strip() or found["total"] is not None
        is_last = not rest or _is_no_name(rest) or (is_sure and _is_station(rest))
        return bool(is_last) and not level.islower()
    if (
        _ORDER.match(station)
        or _SERIES.match(station)
        or any(channel in station for channel in _CHANNEL)
        or _COUNTER.match(found.string, found.start("station"))
    ):
        return False
    if len(found["serial"]) < _FEWEST_DIGITS and (found["rest"] or not _is_station(station)):
        return False
    spaced = " " in level.strip()
    return station.count(" ") < 4 and (station.isupper() or spaced or len(found["rest"]) < 20)


def _is_no_name(rest: str) -> bool:
    """Whether the rest is just a crossed-out name, or a subject's code."""
    return bool(_REDACTED.match(rest) or _SUBJECT_CODE.match(rest))


def _is_station(rest: str) -> bool:
    """Whether a class line was wrapped between station and number."""
    return stations.canonical(rest) in stations.known()


def same_cable(one: ClassLine, other: ClassLine) -> bool:
    """Whether two class lines have the same station and number."""
    if not (one.station and other.station and one.serial and other.serial):
        return False
    same_post = stations.canonical(one.station) == stations.canonical(other.station)
    return same_post and int(one.serial) == int(other.serial)
