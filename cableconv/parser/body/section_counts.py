"""Paragraph numbers that restart in each section of a cable.

Answers to a questionnaire are numbered like this: under each question 1, 2, 3.  Unlike the numbers
of a repeated text, they are never followed by the next number of the section before.
"""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.body.other_counts import repeated_texts
from cableconv.parser.body.sequence import Candidate
from cableconv.parser.lexer.lines import Line

_FEWEST_SECTIONS = 3
Counted = tuple[Candidate, int]


def section_counts(candidates: Sequence[Candidate], lines: Sequence[Line]) -> list[Counted]:
    """Return the marked paragraphs of such a cable with their numbers; none for other cables."""
    sections = _sections([each for each in candidates if each.mark.marking and each.mark.dotted])
    if len(sections) < _FEWEST_SECTIONS or _goes_on(sections):
        return []
    counted = [each for section in sections for each in section]
    within = any(start < each.at < end for start, end in repeated_texts(lines)
                 for each, _ in counted)  # fmt: skip
    return [] if within else counted


def _sections(candidates: Sequence[Candidate]) -> list[list[Counted]]:
    """Return the candidates by section; none if one neither continues nor restarts the count."""
    sections: list[list[Counted]] = []
    last = 0
    for candidate in candidates:
        numbers = candidate.numbers
        higher = [number for number in numbers if number > last]
        if last and last + 1 in numbers:
            number = last + 1
        elif 1 in numbers:
            number = 1
            sections.append([])
        elif sections and higher:
            number = min(higher)
        else:
            return []
        sections[-1].append((candidate, number))
        last = number
    return sections


def _goes_on(sections: Sequence[Sequence[Counted]]) -> bool:
    """Whether a number continues the count of the section before its own."""
    wanted: set[int] = set()
    for section in sections:
        numbers = [number for _, number in section]
        if any(number in wanted and number - 1 not in numbers for number in numbers):
            return True
        wanted.add(numbers[-1] + 1)
    return False
