"""TAGS: Traffic Analysis by Geography and Subject (5 FAH-3 H-010)."""

from __future__ import annotations

from functools import cache

from cableconv.vocabulary.tables import rows


@cache
def kinds() -> dict[str, str]:
    """Code -> ``subject``, ``program``, ``place``, ``region`` or ``organization``."""
    return {row["code"]: row["kind"] for row in rows("tags")}


def is_code(word: str) -> bool:
    """Whether a word is a code of the table, in capitals."""
    return word in kinds()


@cache
def names() -> frozenset[tuple[str, ...]]:
    """The tags of several words (``EL AL``), each as its words in capitals."""
    spaced = (tuple(code.upper().split()) for code in kinds() if " " in code)
    return frozenset(spaced)


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
    """Whether a word is the code of a subject or of a program: four letters."""
    return len(word) == 4 and kinds().get(word) in ("subject", "program")


@cache
def place_before(word: str) -> str | None:
    """The place with which a word begins that is no code, where another code follows it.

    ``UYVE``: so a line's last code and the next one's first stand where its end was lost.
    """
    place = word[:2]
    return place if is_place(place) and not is_code(word) and is_code(word[2:]) else None


def is_place(code: str) -> bool:
    """Whether it is a country's or a region's code."""
    return kinds().get(code) in ("place", "region")


def split_glued(word: str) -> tuple[str, ...] | None:
    """The codes that a word is made of, or ``None``.

    Subjects (four letters) and places (two) may stand in any order, but a subject among them;
    the last may be any code behind a subject.
    """
    if word in kinds():
        return (word,)
    if is_subject(word[:4]) and (tail := split_glued(word[4:])):
        return (word[:4], *tail)
    if kinds().get(word[:2]) in ("place", "region") and (tail := split_glued(word[2:])):
        return (word[:2], *tail) if any(map(is_subject, tail)) else None
    return None
