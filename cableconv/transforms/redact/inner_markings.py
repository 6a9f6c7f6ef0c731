"""Portion markings that stand in a text, because the parser read two portions as one.

A letter of a list, ``(A) ... (B) ... (C)``, and an office, ``(S/CT)``, are none.  At the
beginning of a text also what looks like a marking and cannot be read counts: ``{C}``, ``(CX)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cableconv.cable import Level
from cableconv.patterns import pattern
from cableconv.vocabulary.levels import highest, is_plain, level_of

_MARKING = pattern(r"(?<!\w)[(\[{<] ?([A-Za-z][A-Za-z/, -]{0,40})[)\]}>]")
_LETTER = pattern(r"(?<!\w)\(([ABD])\)")
_ALLIED = pattern(r"(?:NATO|COSMIC) (?=[CSU]|TS|[A-Z]+$)")
_WORDS = r"TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|RESTRICTED"
_LIKE_ONE = pattern(
    rf"\W*(?:[(\[{{<] ?[A-Z][A-Z/, -]{{0,40}}[)\]}}>:]|(?:TS|[USCR]|SBU(?:/\w+)?|{_WORDS}) ?[:)])"
)


class Marking(NamedTuple):
    """Where a marking stands in a text, and the level that it means."""

    start: int
    level: Level


def markings(text: str) -> Iterator[Marking]:
    """The markings in a text that can be read, in their order."""
    letters: list[str] = []
    for found in _MARKING.finditer(text):
        if _LETTER.fullmatch(found[0]):
            letters.append(found[0])
        elif found[0] == "(C)" and letters[-2:] == ["(A)", "(B)"]:
            letters.append(found[0])  # of (A), (B), (C)
        elif level := _level(found[1]):
            yield Marking(found.start(), level)


def highest_inside(text: str, level: Level) -> Level:
    """``level``, or that of the highest marking that stands in the text."""
    return highest((level, *(marking.level for marking in markings(text)))) or level


def opening_level(text: str) -> Level | None:
    """The level of the marking that a text begins with, if it does."""
    first = next(markings(text), None)
    return first.level if first and not text[: first.start].strip() else None


def closing_level(text: str) -> Level | None:
    """The level of the marking that a text ends with, if it does."""
    last = max(markings(text), default=None)
    return last.level if last and _MARKING.fullmatch(text[last.start :].rstrip(" .")) else None


def looks_marked(text: str) -> bool:
    """Whether a text begins with what may be a marking, in whatever spelling."""
    return _LIKE_ONE.match(text) is not None


def _level(words: str) -> Level | None:
    """Small letters mean one only where they are more than the (c) of a list or a reason."""
    words = _ALLIED.sub("", words.upper()) if words.isupper() else words
    if words.islower() and sum(map(str.isalpha, words)) < 2:
        return None
    return level_of(words) if is_plain(words) else None
