"""The points of a form inside a text: labels that count on wherever the words before them end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_COUNTS = (("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 5), ("123456789", 3))
"""Labels that count on, wherever the words before them end, and how many of them are a form's."""
_IN_SENTENCE = (",", " and", " or")
_LETTERS = "ABCDEFGH"
_FIRST_WITH_STOP = ": 1. "
_BEFORE_NEXT = (".", ";", ",", "!", "?", " and", " or")
_FEWEST_WITH_STOPS = 3  # numbers: two may be those of paragraphs


def counted(text: str) -> list[int]:
    """Return where they begin: ``A) Place: unknown B) Owner: unknown C) ...``.

    Letters that count the counts are points too: ``A. Place 1) ... B. Owner 1) ...``.
    """
    for labels, fewest in _COUNTS:
        if f" {labels[1]}) " in text:
            spaced = f" {text}"
            counts = [each for each in _counts(spaced, labels) if len(each) >= fewest]
            if counts:
                return [*_lettered(spaced, counts), *(at for each in counts for at in each)]
    return _with_stops(text) if _FIRST_WITH_STOP in text else []


def _with_stops(text: str) -> list[int]:
    """Return where numbers count on behind a colon: ``The needs: 1. Oil; 2. Rope; 3. A lamp.``."""
    points: list[int] = []
    at = text.find(_FIRST_WITH_STOP) + 1
    while at > 0 and text[at + len(f" {len(points) + 1}. ") :][:1].isupper():
        points.append(at + 1)
        at = text.find(f" {len(points) + 1}. ", at)
        if not text.endswith(_BEFORE_NEXT, 0, max(at, 0)):
            break
    return points if len(points) >= _FEWEST_WITH_STOPS else []


def _lettered(spaced: str, counts: Sequence[Sequence[int]]) -> list[int]:
    """Return where a letter stands before each count, if all have theirs; none of one count."""
    found: list[int] = []
    before = 0
    for letter, count in zip(_LETTERS, counts, strict=False):
        at = spaced.rfind(f" {letter}. ", before, count[0])
        if at < 0:
            return []
        found.append(at)
        before = count[-1]
    return found if len(found) == len(counts) > 1 else []


def _counts(spaced: str, labels: str) -> Iterator[list[int]]:
    """Yield where the labels stand, count by count; ``spaced`` has a space before the text."""
    first = f" {labels[0]}) "
    start = spaced.find(first)
    while start >= 0:
        after = spaced.find(first, start + 1)
        yield _count(spaced, labels, start, after + 1 if after >= 0 else len(spaced))
        start = after


def _count(spaced: str, labels: str, at: int, end: int) -> list[int]:
    """Return where the labels stand between two places, as far as they count on.

    Each is before a word with a capital.  A second one after a comma, ``and`` or ``or`` is part
    of a sentence.
    """
    points: list[int] = []
    for label in labels:
        at = spaced.find(f" {label}) ", at, end)
        if at < 0 or not spaced[at + 4 : at + 5].isupper():
            break
        if len(points) == 1 and spaced.endswith(_IN_SENTENCE, 0, at):
            break
        points.append(at)
    return points
