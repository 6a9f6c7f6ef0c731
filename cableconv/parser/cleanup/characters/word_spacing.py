"""Spaces that a copy added between words: two between all, or as many as made lines equally long.

Three spaces part a table's columns, two the words of page marks and class lines; where words
themselves are so far apart, none of these can be recognised.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cableconv.diagnostics.telegram import SPACES_REMOVED
from cableconv.parser.cleanup.characters.rewriting import Written, rewritten
from cableconv.patterns import pattern
from cableconv.telegram import Telegram

_RUN = pattern(r"(?<=\S)[ \xa0]+(?=\S)")
_WIDE = "  "
_PIECE = 400  # characters of the text's middle, which show whether to look at all
_FEWEST = 6  # in that piece
_DOUBLE = 2
_SHARE = 0.8  # of all runs
_WIDEST = 4  # characters: columns are farther apart
_FEWEST_WORDS = 4
_SHORTEST = 50  # characters: the last line of a paragraph is not filled
_FILLED = 0.5  # of the longer lines


def without_wide_spacing(telegram: Telegram) -> Telegram:
    """Leave one space where the text's words are wider apart; positions stay correct."""
    text = telegram.text
    middle = len(text) // 2
    if text.count(_WIDE, middle, middle + _PIECE) < _FEWEST:
        return telegram
    found = list(_doubled(text) or _justified(text))
    return rewritten(telegram, found, SPACES_REMOVED)


def _doubled(text: str) -> list[Written]:
    """Return all runs of two spaces, if hardly any is of one."""
    runs = [run.span() for run in _RUN.finditer(text)]
    double = [run for run in runs if run[1] - run[0] == _DOUBLE]
    if len(double) < _SHARE * len(runs):
        return []
    return [Written(start, end, " ") for start, end in double]


def _justified(text: str) -> Iterator[Written]:
    """Yield the runs in lines that end in the same column, if most of the longer ones do."""
    lines = text.splitlines(keepends=True)
    lengths = Counter(len(line.rstrip()) for line in lines)
    longer = {length: number for length, number in lengths.items() if length >= _SHORTEST}
    width = max(longer, key=lambda length: longer[length], default=0)
    if longer.get(width, 0) < _FILLED * sum(longer.values()):
        return
    offset = 0
    for line in lines:
        if len(line.rstrip()) == width:
            yield from _between_words(line, offset)
        offset += len(line)


def _between_words(line: str, offset: int) -> Iterator[Written]:
    """Yield the wide runs of a filled line; a table's row has wider ones."""
    runs = [run.span() for run in _RUN.finditer(line)]
    if len(runs) < _FEWEST_WORDS or any(end - start > _WIDEST for start, end in runs):
        return
    for start, end in runs:
        if end - start > 1:
            yield Written(offset + start, offset + end, " ")
