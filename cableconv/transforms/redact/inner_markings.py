"""Portion markings inside a text, where the parser has read two portions as one.

Letters of a list, ``(A) ... (B) ... (C)``, and offices, ``(S/CT)``, are not markings.  At the
beginning of a text, something like an unreadable marking counts as well: ``{C}``, ``(CX)``,
``C/NF -``, ``(C The``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cableconv.cable import Level
from cableconv.patterns import pattern
from cableconv.transforms.redact.look_alikes import CIRCLED_C, CIRCLED_S, plain
from cableconv.vocabulary.levels import highest, is_plain, level_of

_MARKING = pattern(
    r"(?<![^\W_]) (?: \( (?P<reasoned>TS|[SC]) [\s/,:-]+ 1\.[456] \s? \(?[a-hA-H]\b"
    r"| [(\[{<] [\W_]{0,3} (?P<words>[A-Za-z] [^()\[\]{}<>\n]{0,40}) [)\]}>]"
    rf"| (?P<circled>[{CIRCLED_C}{CIRCLED_S}]) (?!\s?\d) )",  # and not the year of a copyright
    re.VERBOSE,
)
_CIRCLED: dict[str, Level] = {CIRCLED_C: "CONFIDENTIAL", CIRCLED_S: "SECRET"}
_SHORTENED: dict[str, Level] = {
    **dict.fromkeys(("CONF", "CONFID", "CONFDL"), "CONFIDENTIAL"),
    "CUI": "LIMITED OFFICIAL USE",
}
_LETTER = pattern(r"(?<!\w)\(([ABD])\)")
_ALLIED = pattern(r"(?:NATO|COSMIC) (?=[CSU]|TS|[A-Z]+$)")
_LONGEST_BANNER = 40
_WHOLE_WORD = 6  # letters: (S E C R E T), but not (T S)
_CODES = "TS|[SCR]|SBU|LOU|FOUO|CUI|CONF[A-Z]*|SECRET|RESTRICTED"
_WORDS = r"TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|RESTRICTED"
_CAVEAT = r"(?:NF|NOFORN|OC|ORCON|SI|TK|REL\b[A-Z ,/]*|EXDIS|NODIS|LIMDIS|STADIS|SENSITIVE)"
_LIKE_ONE = pattern(
    rf"""[\W_]{{0,20}} (?:
      (?<=[(\[{{<])\s? [A-Z][A-Z/, -]{{0,40}}[)\]}}>:]          # (CX)
    | (?<=[(\[{{<])[\s*_.]{{0,3}} (?:{_CODES}|(?i:[sc]|secret|conf[a-z]*)) (?![^\W_])  # (C The
    | (?:TS|[USCR]|SBU(?:/\w+)?|{_WORDS}) \s? (?:[:)]|-\s)     # C:, SECRET -
    | (?:{_CODES}) (?:\s?/{{1,2}}\s?{_CAVEAT})+ (?![^\W_])     # C/NF, SECRET/NOFORN
    | (?<=[^\w\s]) (?:TS|[SC]|SBU) (?<!/S) (?=[^\w\s.'\u2019]\B)  # -C-, not /S/: signed
    | [{CIRCLED_C}{CIRCLED_S}] (?!\s?\d) )""",
    re.VERBOSE,
)


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


def highest_inside(text: str, level: Level) -> Level:
    """Return ``level``, or that of the highest marking in the text."""
    return highest((level, *(marking.level for marking in markings(text)))) or level


def opening_level(text: str) -> Level | None:
    """Return the level of the marking at the beginning of the text, or None."""
    first = next(markings(text), None)
    return first.level if first and not text[: first.start].strip() else None


def closing_level(text: str) -> Level | None:
    """Return the level of the marking at the end of the text, or None."""
    last = max(markings(text), default=None)
    if last is None or not _MARKING.fullmatch(plain(text[last.start :]).rstrip(" .")):
        return None
    return last.level


def looks_marked(text: str) -> bool:
    """Whether a text begins with, or only consists of, a possible marking in any spelling."""
    letters = plain(text)
    return _LIKE_ONE.match(letters) is not None or _is_banner(letters)


def _is_banner(text: str) -> bool:
    """Whether a text is nothing but a level and its caveats: ``SECRET NOFORN``."""
    if len(text) > _LONGEST_BANNER or sum(map(str.isalpha, text)) < _WHOLE_WORD:
        return False
    return is_plain(text) and level_of(text) is not None


def _level_of(found: re.Match[str]) -> Level | None:
    if found["circled"]:
        return _CIRCLED[found["circled"]]
    return level_of(found["reasoned"]) if found["reasoned"] else _level(found["words"])


def _level(words: str) -> Level | None:
    """Return the level; lower-case letters must not be just the (c) of a list or a reason."""
    words = _ALLIED.sub("", words.upper()) if words.isupper() else words
    letters = "".join(filter(str.isalpha, words))
    if words.islower() and len(letters) < 2:
        return None
    if is_plain(words):
        return level_of(words)
    whole = level_of(letters) if len(letters) >= _WHOLE_WORD else None
    return whole or _SHORTENED.get(letters.upper())
