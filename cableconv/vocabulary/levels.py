"""Classification levels: their order, and the levels of printed markings.

Portion markings are letters in brackets (5 FAH-3 H-710): ``C``, ``S/NF``, ``C//REL TO USA,
GBR``, ``SBU/NOFORN``, ``C - ENTIRE TEXT``, and sometimes whole words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from cableconv.cable import Level
from cableconv.patterns import pattern

LEVELS: tuple[Level, ...] = get_args(Level)
"""From the lowest to the highest.

Sensitive but unclassified is equal to ``LIMITED OFFICIAL USE``, which it replaced in
1995 (12 FAM 540).
"""

_SENSITIVE: Level = "LIMITED OFFICIAL USE"
_LETTERS: dict[str, Level] = {
    "U": "UNCLASSIFIED",
    "SBU": _SENSITIVE,
    "LOU": _SENSITIVE,
    "FOUO": _SENSITIVE,
    "EFTO": _SENSITIVE,
    "C": "CONFIDENTIAL",
    "S": "SECRET",
    "TS": "TOP SECRET",
}
_WORDS: dict[str, Level] = {
    "UNCLASSIFIED": "UNCLASSIFIED",
    "UNCLAS": "UNCLASSIFIED",
    "SENSITIVE": _SENSITIVE,
    "CONFIDENTIAL": "CONFIDENTIAL",
    "SECRET": "SECRET",
}
_SHORT: dict[Level, str] = {
    "UNCLASSIFIED": "U",
    _SENSITIVE: "SBU",
    "CONFIDENTIAL": "C",
    "SECRET": "S",
    "TOP SECRET": "TS",
}
_PROSIGNS: dict[str, Level] = {
    "E": "UNCLASSIFIED",  # EFTO
    "U": "UNCLASSIFIED",
    "C": "CONFIDENTIAL",
    "S": "SECRET",
    "T": "TOP SECRET",
}
# After these come names of countries: the S of "REL TO U.S." does not mean SECRET.
_LISTS = frozenset({"REL", "RELTO", "RELEASABLE", "FGI"})
_CAVEATS = frozenset({
    "NF", "N", "NOFORN", "ENTIRE", "TEXT", "ALL", "PORTIONS", "BUT", "OC", "ORCON", "PROPIN", "PR",
    "IMCON", "SI", "TK", "HCS", "COMINT", "EXDIS", "NODIS", "LIMDIS", "STADIS", "XD", "ND", "LES",
    "SSI", "RD", "FRD", "WNINTEL", "OFFICIAL", "USE", "ONLY", "FOR", "LIMITED", "TOP",
})  # fmt: skip
_PHRASES = {"TOP SECRET": "TS", "LIMITED OFFICIAL USE": "LOU", "FOR OFFICIAL USE ONLY": "FOUO"}
_TOKEN = pattern(r"[^\W_]+")
_LONGEST_LIST = 6


def level_of(marking: str) -> Level | None:
    """Return the level of a portion marking in any spelling; None if it is not one.

    Of several levels (``U//FOUO``) the highest counts; ``/NF`` alone gives no level.
    """
    return highest(map(_level_of_token, _before_lists(_tokens(marking))))


def level_of_prosign(security: str) -> Level | None:
    """Return the level of a header's security prosign, by its letter: ``ZNY CCCCC``.

    ACP 127 para 124.
    """
    letters = security.split()[1:]
    return _PROSIGNS.get(letters[0][0]) if letters else None


def highest(levels: Iterable[Level | None]) -> Level | None:
    """Return the highest of the levels, or None."""
    return max((level for level in levels if level), key=LEVELS.index, default=None)


def is_above(level: Level, limit: Level) -> bool:
    """Whether one level is higher than another."""
    return LEVELS.index(level) > LEVELS.index(limit)


def short(level: Level) -> str:
    """Return the letters of a level in portion markings: ``U``, ``SBU``, ``C``, ``S``, ``TS``."""
    return _SHORT[level]


def is_plain(marking: str) -> bool:
    """Whether a marking contains only levels, caveats and a short list of countries."""
    tokens = _tokens(marking)
    known = list(_before_lists(tokens))
    listed = tokens[len(known) + 1 :]
    return len(listed) <= _LONGEST_LIST and all(
        token in _CAVEATS or _level_of_token(token) for token in known
    )


def _tokens(marking: str) -> list[str]:
    letters = " ".join(_TOKEN.findall(marking.upper()))
    for phrase, token in _PHRASES.items():
        letters = letters.replace(phrase, token)
    return letters.split()


def _before_lists(tokens: list[str]) -> Iterator[str]:
    for token in tokens:
        if token in _LISTS:
            return
        yield token


def _level_of_token(token: str) -> Level | None:
    return _LETTERS.get(token) or _WORDS.get(token)
