"""TAGS: Traffic Analysis by Geography and Subject (5 FAH-3 H-010)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from cableconv.vocabulary.tables import rows


@cache
def kinds() -> dict[str, str]:
    """Map each code to ``subject``, ``program``, ``place``, ``region`` or ``organization``."""
    return {row["code"]: row["kind"] for row in rows("tags")}


def is_code(word: str) -> bool:
    """Whether a word is a code of the table, in capitals."""
    return word in kinds()


@cache
def names() -> frozenset[tuple[str, ...]]:
    """Return the tags of several words (``EL AL``), each as its words in capitals."""
    spaced = (tuple(code.upper().split()) for code in kinds() if " " in code)
    return frozenset(spaced)


def is_name(words: Sequence[str]) -> bool:
    """Whether the words, in capitals, are such a tag."""
    return 1 < len(words) <= _most_words() and tuple(words) in names()


@cache
def _most_words() -> int:
    return max(map(len, names()))


def is_head(word: str) -> bool:
    """Whether names of subjects end with the word (``CONSULAR AFFAIRS``)."""
    return _kinds_of_words().get(word) == "head"


def is_particle(word: str) -> bool:
    """Whether a word begins a surname of several words (``VAN DER PELL``)."""
    return _kinds_of_words().get(word) == "particle"


@cache
def _kinds_of_words() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("tag_words")}


def is_subject(word: str) -> bool:
    """Whether a word is the code of a subject or a program: four letters."""
    return len(word) == 4 and kinds().get(word) in ("subject", "program")


@cache
def place_before(word: str) -> str | None:
    """Return the place at the start of a word that is not a code, if another code follows it.

    ``UYVE``: a line's last code and the next line's first, with the line end lost.
    """
    place = word[:2]
    return place if is_place(place) and not is_code(word) and is_code(word[2:]) else None


def is_place(code: str) -> bool:
    """Whether it is the code of a country or a region."""
    return kinds().get(code) in ("place", "region")


def split_glued(word: str) -> tuple[str, ...] | None:
    """Return the codes that a word is composed of, or ``None``.

    Subjects (four letters) and places (two) may be in any order, with at least one subject;
    the last may be any code if it follows a subject.
    """
    steps: dict[int, _Step] = {len(word): _Step(0, False)}  # by start, from the end
    for start in range(len(word) - 1, -1, -1):
        if step := _step(word, start, steps):
            steps[start] = step
    return tuple(_codes(word, steps)) if 0 in steps and word else None


class _Step(msgspec.Struct, frozen=True):
    """A code inside a word that from there on consists of codes."""

    length: int
    has_subject: bool  #: it is a subject, or one follows


def _step(word: str, start: int, steps: Mapping[int, _Step]) -> _Step | None:
    """Return the code at ``start``; ``steps`` are those that begin after it."""
    left = len(word) - start
    if left <= _longest() and word[start:] in kinds():
        return _Step(left, is_subject(word[start:]))
    if start + 4 in steps and left > 4 and is_subject(word[start : start + 4]):
        return _Step(4, True)
    after = steps.get(start + 2)
    goes_on = after is not None and after.has_subject and is_place(word[start : start + 2])
    return _Step(2, True) if goes_on else None


def _codes(word: str, steps: Mapping[int, _Step]) -> Iterator[str]:
    at = 0
    while at < len(word):
        end = at + steps[at].length
        yield word[at:end]
        at = end


@cache
def _longest() -> int:
    return max(map(len, kinds()))
