"""Portion markings inside a text, where the parser has read two portions as one.

Letters of a list, ``(A) ... (B) ... (C)``, and offices, ``(S/CT)``, are not markings.  At the
beginning of a text, something like an unreadable marking counts as well: ``{C}``, ``(CX)``.
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
    """The position of a marking in a text, and its level."""

    start: int
    level: Level


def markings(text: str) -> Iterator[Marking]:
    """Yield the readable markings in a text, in order."""
    letters: list[str] = []
    for found in _MARKING.finditer(text):
        if _LETTER.fullmatch(found[0]):
            letters.append(found[0])
        elif found[0] == "(C)" and letters[-2:] == ["(A)", "(B)"]:
            letters.append(found[0])  # letters of a list (A), (B), (C)
        elif level := _level(found[1]):
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
    return last.level if last and _MARKING.fullmatch(text[last.start :].rstrip(" .")) else None


def looks_marked(text: str) -> bool:
    """Whether a text begins with a possible marking, in any spelling."""
    return _LIKE_ONE.match(text) is not None


def _level(words: str) -> Level | None:
    """Return the level; small letters must not be just the (c) of a list or a reason."""
    words = _ALLIED.sub("", words.upper()) if words.isupper() else words
    if words.islower() and sum(map(str.isalpha, words)) < 2:
        return None
    return level_of(words) if is_plain(words) else None
