"""Mentions of references in running text: ``ref B``, ``reftels``, ``refs A, C and F``.

A cable's REF field lists references by letter; when its body says "(ref B)", it refers to
that entry.  Exporters turn such mentions into links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from cableconv.cable import Reference
from cableconv.patterns import pattern


class Mention(NamedTuple):
    """A span ``start:end`` of a text, in code points, and the reference that it mentions.

    ``reference`` is an index into the cable's references, or ``None`` if there are several
    and the text doesn't say which one is meant.
    """

    start: int
    end: int
    reference: int | None


class Piece(NamedTuple):
    """A part of a text: running words, or, with ``mention``, those of a mention."""

    text: str
    mention: Mention | None = None


# Nothing stands before its first letter, so that a search passes over other letters quickly.
_WORD = pattern(
    r"[Rr](?<![\w&?@].)"
    r"(?i:ef(?:(?P<long>erences?)|(?:\.?[ -]?(?:tel|cable|telegram|message)s?|s)?)"
    r"(?!\w|=|['’]d\b))"
)
_LETTER = (
    r"[(\[\"“]?(?P<letter>[A-Za-z])"
    r"(?!\w|['’](?!s\b)|-[A-Za-z]{2}|\.[A-Za-z]\b|/[A-Za-z]\b)(?:(?<=[(\[\"“].)[)\]\"”])?"
)
_FIRST = pattern(rf"[.:]?\s*-?{_LETTER}")
_JOINED = r"\s*(?:[,;]\s*(?:and|or)\b|[,;&–-]|(?:and|or|to|thru|through)\b)\s*"
_FURTHER = pattern(rf"{_JOINED}(?P<piece>{_LETTER})", re.IGNORECASE)
_ENDS = pattern(r"\s*(?:[),.;:\]]|$)")
_FILE_NUMBER = pattern(r"[.:]?\s*(?:no\b|nr\b|number\b|#|\d)|:", re.IGNORECASE)


def mentions(text: str, references: Sequence[Reference]) -> tuple[Mention, ...]:
    """Return the mentions in ``text`` of a cable's ``references``, in order, without overlap.

    A mention is the word ``ref``, ``refs``, ``reftel``, ``reftels`` (also as two words, or
    with ``cable``, ``telegram``, ``message``), in either case:

    - followed by the letter of an entry, bare or in brackets or quotes: ``Ref B``,
      ``reftel (a)``.  Further letters in alphabetical order, joined by commas,
      ``and``, ``&``, a dash, ``through``, are mentions of their own: ``refs A, C and F`` has
      three, ``refs A``, ``C`` and ``F``; ``refs A-D`` has two, its ends.
    - alone: it means the only reference, or, if there are several, none in particular.

    ``reference`` counts only with a letter that ends there (``see reference B.``).  A letter
    without an entry is not a mention, nor is ``Ref: 12/3`` or ``Ref. No. 7``, a file number of
    another office.  If no entry has a letter, they are lettered in order from ``A``.
    """
    if not may_mention(text, references):
        return ()
    return tuple(_mentions(text, _by_letter(references), 0 if len(references) == 1 else None))


def may_mention(text: str, references: Sequence[Reference]) -> bool:
    """Whether the text has a word for references, and there are any."""
    return bool(references) and ("ref" in text or "ref" in text.lower())


def pieces(text: str, references: Sequence[Reference]) -> Iterator[Piece]:
    """Yield the whole text in order, split at its mentions of the references."""
    at = 0
    for mention in mentions(text, references):
        yield Piece(text[at : mention.start])
        yield Piece(text[mention.start : mention.end], mention)
        at = mention.end
    yield Piece(text[at:])


def notes_of(reference: Reference) -> tuple[str, ...]:
    """Return the notes on a reference that its text doesn't contain already."""
    text = reference.text.upper()
    return tuple(note for note in reference.notes if note.upper() not in text)


def _by_letter(references: Sequence[Reference]) -> Mapping[str, int]:
    """Map each letter to its first reference, as an entry may hold several cables."""
    if not any(reference.label for reference in references):
        return {letter: n for n, letter in enumerate(ascii_uppercase[: len(references)])}
    found: dict[str, int] = {}
    for index, reference in enumerate(references):
        if reference.label:
            found.setdefault(reference.label.upper(), index)
    return found


def _mentions(text: str, by_letter: Mapping[str, int], alone: int | None) -> Iterator[Mention]:
    for word in _WORD.finditer(text):
        first = _FIRST.match(text, word.end())
        if first is not None and word["long"] and not _goes_on(text, first.end()):
            continue
        if first is not None:
            yield from _lettered(text, word.start(), first, by_letter)
        elif not word["long"] and not _FILE_NUMBER.match(text, word.end()):
            yield Mention(*word.span(), alone)


def _goes_on(text: str, end: int) -> bool:
    """Whether a letter belongs to a reference, instead of being the article of the next word."""
    return _ENDS.match(text, end) is not None or _FURTHER.match(text, end) is not None


def _lettered(
    text: str, start: int, first: re.Match[str], by_letter: Mapping[str, int]
) -> Iterator[Mention]:
    """Yield the mention of the first letter, with its word, then of the letters joined to it."""
    found: re.Match[str] | None = first
    last = ""
    while found is not None and found["letter"].upper() > last:
        last = found["letter"].upper()
        if last in by_letter:
            yield Mention(start, found.end(), by_letter[last])
        found = _FURTHER.match(text, found.end())
        start = found.start("piece") if found else 0
