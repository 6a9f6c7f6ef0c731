"""Passing lines of which a scrape made one: ``NSC FOR WRAY TREASURY PASS TO OFAC``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cableconv.parser.lexer.lines import Line
from cableconv.parser.preface.passing_lines import passes_on
from cableconv.patterns import pattern

# one or two words that FOR or PASS follows
_VERB = r"(?=\s(?:(?:ALSO|PLEASE|PLS)\s){0,2}(?:FOR|PASS)\s)"
_FURTHER = pattern(
    rf"(?:(?<=[A-Z)]\s)|(?<=[A-Z)]\s\s))(?!(?:ALSO|PLEASE|PLS|AND|FOR|OF|PASS|TO)\s)[A-Z][A-Z/]+(?:\s(?!ALSO|PL)[A-Z]+)?{_VERB}"
)
_GOES_ON = (" ALSO", " AND", " FOR", " OF", " PASS", " PLEASE", " TO")
_FEWEST = 2
_LONGEST_WORD = 60
_VERBS = (" FOR ", " PASS ")


def split_passing(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the passing lines in lines that go on, each with who passes it on at its beginning."""
    text = " ".join(line.text for line in lines)
    if ";" in text or sum(map(text.count, _VERBS)) < _FEWEST:
        return [[*lines]]  # with semicolons, the sender wrote one line
    first = min(text.index(verb) + len(verb) for verb in _VERBS if verb in text)
    starts = [start for found in _FURTHER.finditer(text, first) for start in _starts(found)]
    bounds = pairwise([0, *starts, len(text)])
    return [[*_between(lines, *each)] for each in bounds] if starts else [[*lines]]


def _between(lines: Sequence[Line], start: int, end: int) -> Iterator[Line]:
    """Yield the pieces of lines between two places of their joined text."""
    above = 0
    for line in lines:
        below = above + len(line.text)
        if above < end and start < below:
            yield line.piece(max(start - above, 0), min(end - above, len(line.text)))
        above = below + 1


def _starts(found: re.Match[str]) -> Iterator[int]:
    """Yield where a name begins that passes the cable on: both words, or the last one.

    A name of three words has its first one before them, as ``USUN NEW YORK``.
    """
    names = found[0]
    above = found.string[max(found.start() - _LONGEST_WORD, 0) : found.start()].rstrip()
    if passes_on(f"{above.rpartition(' ')[2]} {names}"):
        return
    if passes_on(names) and not above.endswith(_GOES_ON):
        yield found.start()
    elif " " in names and passes_on(last := names.rpartition(" ")[2]):
        yield found.end() - len(last)
