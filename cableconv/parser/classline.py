"""The class line: classification, section, station and number (5 FAH-2 H-222, ACP 127 para 209)."""

from __future__ import annotations

import re
from typing import NamedTuple

from cableconv.cable import Level

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


def _spaced(word: str) -> str:
    """The letters with or without blanks between; the first one doubled, or lost among blanks."""
    letters = "[ ]*".join(word[1:])
    lost = "[ ]".join(word[1:])
    return f"(?:{word[0]}[ ]*){{1,2}}{letters}|{lost}"


_LEVELS_PRINTED = (
    "UNCLASSIFIED",
    "UNCLASSIFED",
    "UNCLAS",
    "LIMITEDOFFICIALUSE",
    "CONFIDENTIAL",
    "CONFIDENTAL",
    "TOPSECRET",
    "SECRET",
)
_LEVEL = "|".join(map(_spaced, _LEVELS_PRINTED))
_CAVEATS = (
    r"E\s?F\s?T\s?O|NOFORN|SENSITIVE|FOUO|SBU|NODIS|EXDIS|LIMDIS|FGI|REL\sTO\s[A-Z,\s]+?"
    r"|FOR\sOFFICIAL\sUSE\sONLY|SPECAT|SVC"
)
_CLASS_LINE = re.compile(
    rf"""(?P<level>{_LEVEL})(?![A-Za-z])
    (?P<caveats>(?:[ ,/]*(?://?|\b)(?:{_CAVEATS})\b)*)
    [ ,]*
    (?:(?P<final>FINAL\s+)?S?ECTION\s+(?:(?P<section>\d\d?)\s*)?[OG0]F\s*(?P<total>\d\d?)\s*)?
    (?:(?P<station>[A-Z0-9][A-Z .'/()-]*?)\s*(?<![0-9])(?P<serial>\d{{3,8}})(?!\d))?
    (?P<rest>.*)$""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENING = re.compile(r"(?:U ?N ?C|L ?I ?M|C? ?C? ?O ?N ?F|T ?O ?P|S? ?S? ?E ?C)", re.IGNORECASE)
_APART = re.compile(r"(?:[A-Z] )+[A-Z]$")
_CAVEAT = re.compile(r"E\s?F\s?T\s?O|REL TO [A-Z, ]+|FOR OFFICIAL USE ONLY|[A-Z]+", re.IGNORECASE)


class ClassLine(NamedTuple):
    """A class line taken apart; positions count from the line's first character."""

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
    """What a class line says; ``None`` where the line is none."""
    if not _OPENING.match(text):
        return None
    found = _CLASS_LINE.match(text)
    if found is None:
        return None
    letters = found["level"].upper().replace(" ", "")
    level = _LEVELS.get(letters) or _repaired(letters)
    caveats = tuple(_caveat(text) for text in _CAVEAT.findall(found["caveats"]))
    section = found["section"] or (found["total"] if found["final"] else None)
    if not _plausible(found):
        return None
    return ClassLine(
        level=level,
        caveats=caveats,
        section=int(section) if section else None,
        total=int(found["total"]) if found["total"] else None,
        station=found["station"],
        serial=found["serial"],
        rest=found["rest"].strip(),
        repaired=letters not in _LEVELS,
        classified_end=found.end("caveats"),
        section_span=(_section_start(found), found.end("total")),
        number_span=(found.start("station"), found.end("serial")),
        rest_start=found.start("rest"),
    )


def _caveat(text: str) -> str:
    letters = text.upper()
    return letters.replace(" ", "") if _APART.match(letters) else letters


def _repaired(letters: str) -> Level:
    """The level whose first letter was doubled or lost."""
    return next(
        level
        for word, level in _LEVELS.items()
        if word.endswith(letters[1:]) or word[1:] == letters
    )


def _plausible(found: re.Match[str]) -> bool:
    """Not a sentence that begins with the word ``secret``."""
    station = found["station"]
    if station is None:
        return not found["rest"].strip() and not found["level"].islower()
    return station.count(" ") < 4 and (station.isupper() or len(found["rest"]) < 20)


def _section_start(found: re.Match[str]) -> int:
    after = found.end("caveats")
    between = found.string[after : found.end("total")] if found["total"] else ""
    return after + len(between) - len(between.lstrip(" ,"))
