"""Points between dashes inside a line: a scrape joined a list to the sentence that announces it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern

# a dash inside a sentence stands behind a word; a point's stands behind the end of the one before
_POINT = pattern(r"(?<=[.:;!?])\s+(?=--?\s+[A-Z\"“])")
_SIGNS = (": -", ":  -")
_FEWEST = 2


def part_items(lines: Sequence[Line], account: Account) -> list[Line]:
    """The lines, cut before each point of a list that a colon opens."""
    if not any(sign in account.text for sign in _SIGNS):
        return list(lines)
    parted: list[Line] = []
    for line in lines:
        if any(map(line.text.__contains__, _SIGNS)):
            parted += _part(line)
        else:
            parted.append(line)
    return parted


def _part(line: Line) -> Iterator[Line]:
    starts = [found.end() for found in _POINT.finditer(line.text)]
    first = next((at for at in starts if line.text[:at].rstrip().endswith(":")), None)
    points = [at for at in starts if first is not None and at >= first]
    if len(points) < _FEWEST:
        yield line
        return
    yield line.head(points[0])
    for start, end in pairwise([*points, len(line.text)]):
        yield Line(line.start + start, line.text[start:end].rstrip(), line.indent)
