"""The points of a list inside a text that begin at dashes, wherever the words before them end."""

from __future__ import annotations

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


def dashed(text: str) -> list[int]:
    """Return where they begin: at two dashes, or at one that touches the first word."""
    return [*_spaced(text), *_glued(text)] if _DASH in text else []


def _spaced(text: str) -> list[int]:
    """Return where points begin behind two dashes, from the text's beginning or a colon on.

    Each begins with a capital, as words between the dashes of a sentence do not, where others
    are in lower case.
    """
    if text.count(_SPACED_DASHES) < _FEWEST - 1 or text.isupper():
        return []
    first = 0
    if not text.startswith(_DASHES):
        announced = _COLON_BEFORE_DASHES.search(text)
        if announced is None:
            return []
        first = announced.end()
    points = [found.start() for found in _DASHES_INSIDE.finditer(text, first)]
    capitals = all(text[at + 3 : at + _AHEAD].lstrip()[:1].isupper() for at in points)
    return points if capitals and len(points) >= _FEWEST else []


def _glued(text: str) -> list[int]:
    """Return where points begin at a dash that touches their first word, from a colon on."""
    announced = _COLON_BEFORE_DASH.search(text)
    if announced is None:
        return []
    points = [found.end() for found in _GLUED_DASH.finditer(text, announced.end())]
    return points if len(points) >= _FEWEST else []
