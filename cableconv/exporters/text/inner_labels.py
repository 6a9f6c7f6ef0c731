"""Labels inside a sentence: two of them on one line would be read as the points of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cableconv.exporters.text.wrapping import last_fit_blank
from cableconv.patterns import pattern

_LABEL = pattern(
    r"(?:(?<=[.:;!?])|(?<=[;,] and)|(?<=[;,] or))\s+(?:\(?(?:[A-Ha-h]|\d)\)|[A-H]\.|[-*•·]{1,2})\s"
)
_FIRST = pattern(r"\s+\(?[Aa1*•·-]")


def labels_apart(lines: Sequence[str], hang: str) -> list[str]:
    """The lines, broken between two labels of a list that begins on one of them."""
    return [part for line in lines for part in _parts(line, hang)]


def _parts(line: str, hang: str) -> Iterator[str]:
    labels = [found.start() for found in _LABEL.finditer(line)]
    start = 0
    if len(labels) > 1 and _FIRST.match(line, labels[0]):
        for before, label in pairwise(labels):
            if found := last_fit_blank().match(line, before + 1, label + 1):
                yield (hang if start else "") + line[start : found.end()]
                start = found.end() + 1
    yield (hang if start else "") + line[start:]
