"""Points of a list inside a line: a scrape joined them to the sentence that announces them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import item_marks
from cableconv.patterns import pattern

# a dash inside a sentence stands behind a word; a point's stands behind the end of the one before
_BEHIND = r"(?:(?<=[.:;!?])|(?<=[;,] and)|(?<=[;,] or))\s+"
_BULLET = pattern(rf"(?<=[.:;!?])\s+(?=(?:--?|[*•·])\s+[A-Z\"“])|{_BEHIND}(?=--\s+\w)")
_LABEL = pattern(rf"{_BEHIND}(?=\(?(?:[A-Ha-h]|\d)\)\s|[A-H]\.\s+[A-Z])")
_BULLET_SIGNS = (": -", ":  -", ": *", ": •", ": ·")
_LABEL_SIGNS = ("A) ", "a) ", "1) ", ": A. ", ":  A. ")
_FEWEST = 2
_FEWEST_UNANNOUNCED = 3  # labels without a colon before them: two may be a sentence's own


def part_items(lines: Sequence[Line]) -> list[Line]:
    """The lines, cut before each point of a list."""
    parted: list[Line] = []
    for line in lines:
        cuts = _cuts(line.text)
        if cuts:
            parted.append(line.head(cuts[0]))
            parted += (
                Line(line.start + start, line.text[start:end].rstrip(), line.indent)
                for start, end in pairwise([*cuts, len(line.text)])
            )
        else:
            parted.append(line)
    return parted


def _cuts(text: str) -> list[int]:
    if any(map(text.__contains__, _BULLET_SIGNS)) and (cuts := _bullets(text)):
        return cuts
    return _labels(text) if any(map(text.__contains__, _LABEL_SIGNS)) else []


def _bullets(text: str) -> list[int]:
    """Where the points begin that a colon opens."""
    starts = [found.end() for found in _BULLET.finditer(text)]
    first = next((at for at in starts if text[:at].rstrip().endswith(":")), None)
    points = [at for at in starts if first is not None and at >= first]
    return points if len(points) >= _FEWEST else []


def _labels(text: str) -> list[int]:
    """Where labels stand that count from the first on, all in one style."""
    points: list[int] = []
    style = ""
    for found in _LABEL.finditer(text):
        for mark in item_marks(text[found.end() :])[:1]:
            if mark.value == 1 and len(points) < _FEWEST:
                points, style = [found.end()], mark.style
            elif points and mark.style == style and mark.value == len(points) + 1:
                points.append(found.end())
    announced = bool(points) and text[: points[0]].rstrip().endswith(":")
    return points if len(points) >= (_FEWEST if announced else _FEWEST_UNANNOUNCED) else []
