"""Portion markings inside a text, where the parser has read two portions as one.

Letters of a list, ``(A) ... (B) ... (C)``, and offices, ``(S/CT)``, are not markings.  At the
beginning of a text, something like an unreadable marking counts as well: see
``unread_markings``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cableconv.cable import Level
from cableconv.patterns import pattern
from cableconv.transforms.redact.look_alikes import CIRCLED_C, CIRCLED_S, plain
from cableconv.vocabulary.levels import highest, is_plain, level_of

_BANNER_LEVELS: tuple[Level, ...] = ("TOP SECRET", "SECRET", "CONFIDENTIAL")
_CAPITALS = "|".join(level.replace(" ", "[ ]") for level in _BANNER_LEVELS)
_CAVEAT = "NF|NOFORN|ORCON|EXDIS|NODIS|LIMDIS|STADIS"
# Spaced letters, a caveat or a stop after the word occur in class lines and banners only.
_BANNERS = (
    "|".join("[ ]{1,2}".join(level.replace(" ", "")) for level in _BANNER_LEVELS)
    + rf"|(?:{_CAPITALS})(?:[ /]{{1,2}}(?:{_CAVEAT})|[ ]?(?=:|-\s))"
)
_MARKING = pattern(
    r"(?: (?<![^\W_]) | (?<=[^\W_])(?=\((?:TS|SBU|TOP[ ]SECRET|[A-Z]+/{1,2}N)) )"  # or a lost space
    r"(?: \( (?P<reasoned>TS|[SC]) [\s/,:-]+ 1\.[456] \s? \(?[a-hA-H]\b"
    r"| [(\[{<] [\W_]{0,3} (?P<words>[A-Za-z] [^()\[\]{}<>]{0,40}) [)\]}>]"
    rf"| (?P<open>[(\[{{<]\s? (?:TS|[SC]|SBU)\s?/{{1,2}}\s?(?:NF|NOFORN)) \b"  # (S/NF The
    rf"| (?P<banner>{_BANNERS}) (?![^\W_])"
    rf"| (?P<circled>[{CIRCLED_C}{CIRCLED_S}]) (?!\s?\d) )",  # and not the year of a copyright
    re.VERBOSE,
)
_CIRCLED: dict[str, Level] = {CIRCLED_C: "CONFIDENTIAL", CIRCLED_S: "SECRET"}
_SHORTENED: dict[str, Level] = {
    **dict.fromkeys(("CONF", "CONFID", "CONFDL"), "CONFIDENTIAL"),
    **dict.fromkeys(("CONFIDENTIEL", "CONFIDENCIAL", "RISERVATO", "VERTRAULICH"), "CONFIDENTIAL"),
    **dict.fromkeys(("SECRETO", "SEGRETO", "GEHEIM"), "SECRET"),
    "CUI": "LIMITED OFFICIAL USE",
}
# the text after the (C) of a list of reasons
_LISTED = pattern(r"\(c\)(?:\s*[,.;]|\s*(?:$|\(?[a-h]\)|(?:and|or|&)\s*\(?[a-h]\b))", re.IGNORECASE)
_REASONS = pattern(r"\b1\.\s?[45]\s*")
_LETTER = pattern(r"(?<!\w)\(([ABD])\)")
_ALLIED = pattern(r"(?:NATO|COSMIC) (?=[CSU]|TS|[A-Z]+$)")
_DIVIDED = pattern(r"\bN\sF\b")
_WHOLE_WORD = 6  # letters: (S E C R E T), but not (T S)


class Marking(NamedTuple):
    """The position of a marking in a text, and its level."""

    start: int
    level: Level


def markings(text: str) -> Iterator[Marking]:
    """Yield the readable markings in a text, in order."""
    letters: list[str] = []
    for found in _MARKING.finditer(plain(text)):
        if _LETTER.fullmatch(found[0]):
            letters.append(found[0])
        elif found[0] == "(C)" and letters[-2:] == ["(A)", "(B)"]:
            letters.append(found[0])  # letters of a list (A), (B), (C)
        elif level := _level_of(found):
            yield Marking(found.start(), level)


def markings_of_field(text: str) -> Iterator[Marking]:
    """Yield the markings in a field of the header, without the letters of reasons."""
    reasons = _REASONS.search(text)
    for marking in markings(text):
        is_behind = reasons is not None and reasons.end() <= marking.start
        if not (is_behind and _LISTED.match(text, marking.start)):
            yield marking


def highest_inside(text: str, level: Level) -> Level:
    """Return ``level``, or that of the highest marking in the text."""
    return highest((level, *(marking.level for marking in markings(text)))) or level


def opening_level(text: str) -> Level | None:
    """Return the level of the marking at the beginning of the text, or None."""
    first = next(markings(text), None)
    return first.level if first and not text[: first.start].strip() else None


def _level_of(found: re.Match[str]) -> Level | None:
    if found["circled"]:
        return _CIRCLED[found["circled"]]
    if found["banner"]:
        return _level_of_banner(found["banner"])
    if found["words"]:
        return _level(found["words"])
    return level_of(found["reasoned"] or found["open"])


def _level_of_banner(words: str) -> Level | None:
    letters = "".join(filter(str.isalpha, words))
    known = (level for level in _BANNER_LEVELS if letters.startswith(level.replace(" ", "")))
    return next(known, None)


def _level(words: str) -> Level | None:
    """Return the level; lower-case letters must not be just the (c) of a list or a reason."""
    words = _ALLIED.sub("", words.upper()) if words.isupper() else words
    words = _DIVIDED.sub("NF", words)
    letters = "".join(filter(str.isalpha, words))
    if words.islower() and len(letters) < 2:
        return None
    if is_plain(words):
        return level_of(words)
    letters = letters.upper().replace("TOPSECRET", "TS")
    whole = level_of(letters) if len(words) >= _WHOLE_WORD else None
    return whole or _SHORTENED.get(letters)
