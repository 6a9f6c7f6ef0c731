"""Captions such as SIPDIS (5 FAH-2 H-440)."""

from __future__ import annotations

import re

from cableconv.patterns import pattern
from cableconv.vocabulary.edit_distance import within_one_edit
from cableconv.vocabulary.notices import is_notice

# 5 FAH-2 H-440, and those of the 1970s
_CAPTION = pattern(
    r"""(?: SIPDIS
    | (?: NODIS | EXDIS | LIMDIS | STADIS | NO\ ?FORN | N\ O\ F\ O\ R\ N | SENSITIVE
    | NOCONTRACT | ORCON | EYES\ ONLY | FOUO | FOR\ OFFICIAL\ USE\ ONLY | LOU | EFTO | NOTAL
    | FGI | PROPIN | AIDAC | ALDAC | NIACT | TOPEC | TERREP(?:\ EXCLUSIVE)? | SPECAT(?:\ EXCLUSIVE)?
    | CHEROKEE | RODCA | ASTRA | MINIMIZE\ CONSIDERED
    | (?:ROGER|DISSENT|AGREMENT|DIRGEN|MED|DS|SY|HR|PER|TM|FI|STR|OC)\ CHANNEL
    | VISAS\ (?:VIPER|DONKEY|EAGLE|BEAR)
    | INFORM\ (?:ALL\ STATE\ EMPLOYEES|CONSULS) | PARTO | DEPTO
    )(?:(?!(?a:[A-Z]))|(?=SIPDIS)))""",
    re.IGNORECASE | re.VERBOSE,
)
# to the line's end: who may read it, and a visit of Congress, whose name follows in subjects
_WHOLE_LINE = pattern(
    r"(?:REL(?:EASABLE)?(?: TO)?|RELEASE TO) [A-Z]{2,}(?:(?:, ?| ?[/&] ?| (?:AND )?)[A-Z]{2,})*\s*$"
    r"|(?:CODEL|STAFFDEL)$"
)
_OF_WHOLE_LINES = frozenset(("CODE", "REL ", "RELE", "STAF"))
# traffic of a travelling Secretary: to him, and from him
_OF_SECRETARY = pattern(
    r"(?:S ?E ?C ?T ?O|T ?O ?S ?E ?C)(?:(?!(?a:[A-Z]))|(?=SIPDIS))", re.IGNORECASE
)
_SECRETARYS = frozenset(
    ("S E ", "S EC", "SE C", "SEC ", "SECT", "T O ", "T OS", "TO S", "TOS ", "TOSE")
)
_SHORTEST = frozenset(("FGI", "LOU"))
_LIKE_WORDS = frozenset(("DEPTO", "PARTO", "SECTO", "SECT "))
_OTHERS = (_SECRETARYS - {"SECT"}) | _OF_WHOLE_LINES | frozenset(
    ("AGRE", "AIDA", "ALDA", "ASTR", "CHER", "DIRG", "DISS", "DS C", "EFTO", "EXDI",
     "EYES", "FI C", "FOR ", "FOUO", "HR C", "INFO", "LIMD", "MED ", "MINI", "N O ", "NIAC", "NO F",
     "NOCO", "NODI", "NOFO", "NOTA", "OC C", "ORCO", "PER ", "PROP", "RODC", "ROGE",
     "SENS", "SIPD", "SPEC", "STAD", "STR ", "SY C", "TERR", "TM C", "TOPE", "VISA")
)  # fmt: skip
_ADDRESSED = "INFO "  # begins a list of addressees, and no caption
_USUAL = "SIPDIS"
_CAPTIONS = ("SIPDIS", "NODIS", "EXDIS", "NOFORN", "SENSITIVE", "LIMDIS", "STADIS")
"""The usual ones, which also stand beside a passing line."""
_LONGEST = max(map(len, _CAPTIONS))
# all but SENSITIVE begin no other word, so anything joined to them is the next word
_CAPTION_BEFORE = pattern(
    r"SIPDIS|NODIS|EXDIS|NOFORN|LIMDIS|STADIS"
    r"|SENSITIVE(?! BUT\b)(?:\b|(?=SIPDIS|DEPT|DEPARTMENT|STATE))"
)
_PASSING_WORDS = ("FOR", "PASS", "PLEASE", "FROM")
_PASSES = pattern(
    r"[\s,;/-]*(?=\(?[A-Z])\(?(?:(?:[A-Z/&-]+\s){0,4}?(?:ALSO\s)?(?:FOR|PASS|PLEASE)\s|FROM\s)"
)
_CAPTIONS_BEHIND = pattern(
    r"(?<=[A-Z.)])(?:[\s,;/-]+|(?=SIPDIS))(?=(?:(?:SIPDIS|NODIS|EXDIS|NOFORN|SENSITIVE|LIMDIS|STADIS)"
    r"(?:[\s,;/]+|$))+$)"
)
_CAPTIONS_INSIDE = pattern(
    r"(?P<stop>[.)]?)(?:[\s,;]+(?=(?:(?:NODIS|EXDIS|NOFORN|SENSITIVE|LIMDIS|STADIS)[\s,;/]+)*SIPDIS)"
    r"|(?=SIPDIS))"
)
_LONGEST_CAPTIONS = 200  # characters
_SEPARATOR = pattern(r"[\s,;/-]+")
_SPACED = pattern(r"(?<![A-Za-z])(?:[A-Z] ){2,}[A-Z](?![A-Za-z])")
_CORRECTED = pattern(r"CORRECTED ?C ?O ?P ?Y\b")


def begins_with_caption(text: str) -> bool:
    """Whether the text begins with a caption as a whole word."""
    return _end_of_caption(text, 0) is not None


def _end_of_caption(text: str, start: int) -> int | None:
    beginning = text[start : start + _LONGEST + 1].upper()
    usual = next(filter(beginning.startswith, _CAPTIONS), None)
    if usual and (usual == _USUAL or not beginning[len(usual) :].isalpha()):
        return start + len(usual)
    found = _form_of(text[start : start + 4]).match(text, start)
    return found.end() if found else None


def _form_of(beginning: str) -> re.Pattern[str]:
    """Return the pattern of captions that begin with these four characters."""
    if beginning.upper() in _SECRETARYS:
        return _OF_SECRETARY
    return _WHOLE_LINE if beginning in _OF_WHOLE_LINES else _CAPTION


def may_begin(text: str) -> bool:
    """Whether the first letters are a caption's, as the pattern itself is slow."""
    beginning = text[:5].upper()
    if beginning == _ADDRESSED:
        return False
    return beginning[:4] in _OTHERS or beginning[:3] in _SHORTEST or beginning in _LIKE_WORDS


def captions_of(text: str) -> list[tuple[int, int]] | None:
    """Return the captions' positions in a line of captions; ``None`` for other lines."""
    if text == _USUAL:
        return [(0, len(_USUAL))]
    if not may_begin(text):
        return None
    spans: list[tuple[int, int]] = []
    start = 0
    while (end := _end_of_caption(text, start)) is not None:
        spans.append((start, end))
        separator = _SEPARATOR.match(text, end)
        start = separator.end() if separator else end
        if start == len(text):
            return spans
    return None


def end_of_captions(text: str) -> int:
    """Return where other words begin behind captions with SIPDIS; 0 if none do."""
    end = 0
    if not may_begin(text):
        return 0
    while (found := _end_of_caption(text, end)) is not None:
        separator = _SEPARATOR.match(text, found)
        end = separator.end() if separator else found
    return end if _USUAL in text[:end] and end < len(text) else 0


def misprinted_caption(text: str) -> str | None:
    """Return the caption that a word alone on its line has one letter wrong of: ``SENSITVE``."""
    if not (text.isalpha() and text.isupper() and len(text) <= _LONGEST + 1):
        return None
    return next((each for each in _CAPTIONS if within_one_edit(each, text)), None)


def captions_before(text: str) -> int:
    """Return the length of captions before other words on the same line; 0 for none.

    Only SIPDIS needs no passing line there, as the other captions may begin a sentence.
    """
    end = 0
    text = text.upper() if text[1:].islower() else text
    if not [word for word in (_USUAL, *_PASSING_WORDS) if word in text]:
        return 0
    found = _caption_before(text, end)
    while found is not None:
        end = found.end()
        separator = _SEPARATOR.match(text, end)
        found = _caption_before(text, separator.end() if separator else end)
    if end == 0 or not (_USUAL in text[:end] or _PASSES.match(text, end)):
        return 0
    separator = _SEPARATOR.match(text, end)
    start = separator.end() if separator else end
    return start if start < len(text) else 0


def _caption_before(text: str, start: int) -> re.Match[str] | None:
    may_be = text.startswith(_CAPTIONS, start)
    return _CAPTION_BEFORE.match(text, start) if may_be else None


def captions_behind(text: str) -> int:
    """Return the start of captions after a passing line on the same line; 0 for none."""
    start = max(len(text) - _LONGEST_CAPTIONS, 0)
    found = _CAPTIONS_BEHIND.search(text, start) if text.endswith(_CAPTIONS) else None
    return found.end() if found is not None and _PASSES.match(text) else 0


def captions_inside(text: str) -> int:
    """Return the start of captions with SIPDIS inside a line; 0 for none.

    A notice may be about that caption, so they follow its full stop or bracket, or repeat it.
    """
    at = -1 if text.startswith(_USUAL) else text.find(_USUAL)
    found = _CAPTIONS_INSIDE.search(text, max(at - _LONGEST_CAPTIONS, 0)) if at > 0 else None
    if found is None:
        return 0
    if is_notice(text) and not found["stop"]:
        return len(text) - len(_USUAL) if text.endswith(f"{_USUAL} {_USUAL}") else 0
    return found.end("stop")


def closed_up(text: str) -> str:
    """Join spaced letters to words: ``C O P Y - TEXT`` becomes ``COPY - TEXT``."""
    closed = _SPACED.sub(lambda found: found[0].replace(" ", ""), text)
    return " ".join(_CORRECTED.sub("CORRECTED COPY", closed).split())
