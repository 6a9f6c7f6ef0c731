"""The points of a list inside a text that begin at dashes, wherever the words before them end."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from cableconv.patterns import pattern

_FEWEST = 3  # points
_DASHES = "--"
_DASH = " -"
_SPACED_DASHES = " -- "
_AHEAD = 6  # characters: the dashes, up to three blanks and a capital
_COLON_BEFORE_DASHES = pattern(r":\s{1,3}(?=--\s)")
_COLON_BEFORE_DASH = pattern(r":(?=\s{1,3}-[A-Z])")
_GLUED_DASH = pattern(r"\s(?<![A-Z]\.\s)(?=-[A-Z])")  # U.S. -Oslo trade is no point
_DASHES_INSIDE = pattern(r"--(?<!\S--)(?=\s)")


def dashed(text: str, line_starts: Iterable[int]) -> list[int]:
    """Return where they begin: at two dashes, or at one that touches the first word.

    ``line_starts`` are the beginnings of the text's lines.
    """
    return [*_spaced(text, line_starts), *_glued(text)] if _DASH in text else []


def _spaced(text: str, line_starts: Iterable[int]) -> list[int]:
    """Return where points begin behind two dashes, from a line's beginning or a colon on.

    Each list is looked at by itself, whatever other lists are in the text.
    """
    if text.count(_SPACED_DASHES) < _FEWEST - 1:
        return []
    starts = {at for at in line_starts if text.startswith(_DASHES, at)}
    starts.update(found.end() for found in _COLON_BEFORE_DASHES.finditer(text))
    lists = pairwise([*sorted(starts), len(text)])
    return [at for start, end in lists for at in _capitals_behind_dashes(text, start, end)]


def _capitals_behind_dashes(text: str, start: int, end: int) -> list[int]:
    """Return the points of one list, each with a capital, as words inside a sentence do not have.

    There, others are in lower case.
    """
    if text[start:end].isupper():
        return []
    points = [found.start() for found in _DASHES_INSIDE.finditer(text, start, end)]
    capitals = all(text[at + 3 : at + _AHEAD].lstrip()[:1].isupper() for at in points)
    return points if capitals and len(points) >= _FEWEST else []


def _glued(text: str) -> list[int]:
    """Return where points begin at a dash that touches their first word, from a colon on."""
    announced = _COLON_BEFORE_DASH.search(text)
    if announced is None:
        return []
    points = [found.end() for found in _GLUED_DASH.finditer(text, announced.end())]
    return points if len(points) >= _FEWEST else []
