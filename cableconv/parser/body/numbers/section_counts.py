"""Paragraph numbers that restart in each section of a cable.

Answers to a questionnaire are numbered like this: under each question 1, 2, 3.  The record of a
conversation may number the hour and the participants first, and restart below the title of its
summary; another cable restarts below that of its comment.  Unlike the numbers of a repeated text,
they are never followed by the next number of the section before.
"""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.body.numbers.other_counts import repeated_texts
from cableconv.parser.body.numbers.sequence import Candidate
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import is_rule
from cableconv.roles import BlockRole, headed_role

_FEWEST_SECTIONS = 3
_TWO = 2  # sections
_MOST_BEFORE_SUMMARY = 3  # numbers: hour, place, participants
_TITLE_ABOVE = 2  # lines: the title, and a rule below it
Counted = tuple[Candidate, int]


def section_counts(candidates: Sequence[Candidate], lines: Sequence[Line]) -> list[Counted]:
    """Return the marked paragraphs of such a cable with their numbers; none for other cables."""
    sections = _sections([each for each in candidates if each.mark.marking and each.mark.dotted])
    if not (_are_enough(sections, lines) and not _goes_on(sections)):
        return []
    counted = [each for section in sections for each in section]
    within = any(start < each.at < end for start, end in repeated_texts(lines)
                 for each, _ in counted)  # fmt: skip
    return [] if within else counted


def _are_enough(sections: Sequence[Sequence[Counted]], lines: Sequence[Line]) -> bool:
    """Whether they are as many as of a questionnaire, or two, parted by a comment's title.

    The second one of a recorded conversation is below the title of its summary.
    """
    if len(sections) == _TWO:
        role = _role_above(sections[1][0][0].at, lines)
        begins = role == "summary" and len(sections[0]) <= _MOST_BEFORE_SUMMARY
        return begins or role == "comment"
    return len(sections) >= _FEWEST_SECTIONS


def _role_above(index: int, lines: Sequence[Line]) -> BlockRole | None:
    """Return the role of the title right above a line, or above the rule there."""
    near = lines[max(index - _TITLE_ABOVE, 0) : index]
    titles = [line.text for line in near if not is_rule(line.text)]
    return headed_role(titles[-1]) if titles else None


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
