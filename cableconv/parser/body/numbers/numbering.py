"""Finds the lines that begin a numbered paragraph, by the cable's own sequence.

Scrapes turned ``¶`` into the digit 1 (``14.`` is paragraph 4) and 1 into ``¶`` (``¶0.`` is 10), and
put a pilcrow before any number that happened to begin a line (``¶2005.``).  A paragraph is what
continues the sequence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

import msgspec

from cableconv.diagnostics.body import (
    NUMBERS_BEGIN_AGAIN,
    PARAGRAPH_GAP,
    PARAGRAPH_MARK_REPAIRED,
    PARAGRAPH_REPEATED,
    PILCROW_REPAIRED,
)
from cableconv.parser.account.account import Account
from cableconv.parser.body.numbers.other_counts import of_one_count
from cableconv.parser.body.numbers.sequence import Candidate, sequence
from cableconv.parser.lexer.facts import NUMBER
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import ParagraphMark
from cableconv.parser.lexer.shapes import has_columns, is_rule
from cableconv.patterns import pattern
from cableconv.vocabulary.sentences import ends_sentence

# how strongly a line looks like a paragraph's beginning: only the relations matter
_NUMBER = 1.0
_MARKED = 2.5  # a portion marking outweighs everything else
_STANDS_FREE = 1.0
_IN_SENTENCE = -1.2  # the text above continues: the number is part of a sentence
_NO_STOP = -0.4
_MOST_LACKING = 3
_MOST_LOST = 20  # numbers, on lost pages: the next one is there too
_TOGETHER = pattern(r"¶?(\d{1,3})\.?\s?[-–]\s?(\d{1,3})\.\s")
_ENTIRE = "ENTIRE"
_WRAPPED = 40  # characters: a longer line may have been wrapped inside a sentence


class Numbered(msgspec.Struct, frozen=True, gc=False):
    """A line that begins a numbered paragraph."""

    number: int
    mark: ParagraphMark
    repaired: bool


def number_lines(lines: Sequence[Line], account: Account) -> dict[int, Numbered]:
    """Return paragraphs by the index of their first line; report repairs and gaps."""
    candidates = of_one_count(list(_candidates(lines)) or _bracketed(lines), lines)
    counted = sequence(candidates)
    sections = _sections(candidates, lines) if len(counted) < len(candidates) else []
    if sections:
        number = sum(number == 1 for _, number in sections)
        account.report(NUMBERS_BEGIN_AGAIN, lines[sections[0][0].at], number=number)
    numbered: dict[int, Numbered] = {}
    before = begun = 0
    for candidate, number in sections or _with_strays(candidates, counted):
        line = lines[candidate.at]
        numbered[candidate.at] = _numbered(candidate.mark, number, line, account)
        before = 0 if sections and number == 1 else before
        if not _counted_together(lines[begun : candidate.at], before, number):
            _report_step(before, number, line, account)
        before, begun = number, candidate.at
    return numbered


def _bracketed(lines: Sequence[Line]) -> list[Candidate]:
    from cableconv.parser.body.numbers.bracketed_numbers import bracketed_numbers  # rarely needed

    return bracketed_numbers(lines)


def _sections(
    candidates: Sequence[Candidate], lines: Sequence[Line]
) -> list[tuple[Candidate, int]]:
    from cableconv.parser.body.numbers.section_counts import section_counts  # rarely needed

    return section_counts(candidates, lines)


def _numbered(mark: ParagraphMark, number: int, line: Line, account: Account) -> Numbered:
    """Return the paragraph that begins at a line; report repairs."""
    repaired = int(mark.digits) != number
    if repaired:
        account.report(PILCROW_REPAIRED, line, number=number, printed=mark.digits)
    elif mark.repaired:
        account.report(PARAGRAPH_MARK_REPAIRED, line, printed=line.text[:12])
    return Numbered(number, mark, repaired and not mark.pilcrow)


def _counted_together(lines: Sequence[Line], before: int, number: int) -> bool:
    """Whether one paragraph has the numbers between: ``4-5. (U) Not applicable``."""
    if number <= before + 1:
        return False
    return any(
        found is not None and (int(found[1]), int(found[2])) == (before + 1, number - 1)
        for found in (_TOGETHER.match(line.text) for line in lines)
    )


def _report_step(before: int, number: int, line: Line, account: Account) -> None:
    if number == before:
        account.report(PARAGRAPH_REPEATED, line, number=number)
    elif number != before + 1:
        account.report(PARAGRAPH_GAP, line, number=number, before=before or "none")


def _candidates(lines: Sequence[Line]) -> Iterator[Candidate]:
    for index in [at for at, line in enumerate(lines) if line.facts & NUMBER]:
        line, mark = lines[index], lines[index].paragraph_mark
        if mark is None or (mark.marking is None and _is_row(lines, index, mark.end)):
            continue
        weight = _weight(line, lines[index - 1] if index else None, mark)
        yield Candidate(index, mark, _meant(mark), weight, _stands_free(lines, index))


def _stands_free(lines: Sequence[Line], index: int) -> bool:
    """Whether a title's rule, or an empty line and a whole sentence, precede it."""
    if index == 0:
        return False
    above = lines[index - 1].text
    return is_rule(above) or (lines[index].gap > 0 and ends_sentence(above))


def _meant(mark: ParagraphMark) -> tuple[int, ...]:
    """Return the numbers that a mark may mean: as printed, or with the digit 1 and ¶ exchanged."""
    printed = int(mark.digits)
    if mark.pilcrow:
        return (int(f"1{mark.digits}"),) if mark.digits[0] == "0" else (printed,)
    if mark.digits[0] == "1" and mark.digits[1:].strip("0"):
        return printed, int(mark.digits[1:])
    return (printed,)


def _is_row(lines: Sequence[Line], index: int, end: int) -> bool:
    """Whether the number belongs to a table row: it has columns, and so has a neighbouring line."""
    beside = [*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2]]
    return has_columns(lines[index].text[end:]) and any(has_columns(line.text) for line in beside)


def _with_strays(
    candidates: list[Candidate], counted: list[tuple[Candidate, int]]
) -> list[tuple[Candidate, int]]:
    """Add stray paragraphs: higher numbers with full stop and marking, any with a pilcrow.

    A number that is set apart counts too, if few are missing, or those of lost pages, where the one
    behind it is there too, or it is the last one again; the next one is higher, and no paragraph is
    marked.  Numbers that restart from 1 belong to a text inside.
    """
    if len(counted) == len(candidates):
        return counted
    places = {candidate.at: number for candidate, number in counted}
    has_pilcrows = any(candidate.mark.pilcrow for candidate in candidates)
    scarred = any(int(candidate.mark.digits) > number for candidate, number in counted)
    is_unmarked = not any(_marks_one(candidate.mark) for candidate in candidates)
    free_numbers = {int(each.mark.digits) for each in candidates if each.free}
    strays: list[tuple[Candidate, int]] = []
    restarted, last = False, 0
    for candidate in candidates:
        mark = candidate.mark
        number = candidate.numbers[-1] if scarred else int(mark.digits)
        restarted = candidate.at not in places and (restarted or number <= 1)
        last = places.get(candidate.at, last)
        if candidate.at in places or restarted:
            continue
        sure = mark.pilcrow is has_pilcrows or number > last
        free = candidate.free and is_unmarked and mark.pilcrow is has_pilcrows
        most = _MOST_LOST if number + 1 in free_numbers else _MOST_LACKING
        follows = free and 0 <= number - last <= most and number < _ahead(counted, candidate)
        if mark.dotted and ((mark.marking and sure) or follows):
            strays.append((candidate, number))
            last = max(last, number)
    return sorted((*counted, *strays), key=lambda each: each[0].at)


def _ahead(counted: Sequence[tuple[Candidate, int]], candidate: Candidate) -> float:
    """Return the next counted number; infinity if there is none."""
    return next((number for each, number in counted if each.at > candidate.at), inf)


def _marks_one(mark: ParagraphMark) -> bool:
    """Whether it has a portion marking, not the one of the whole cable: ``(C - ENTIRE TEXT)``."""
    return mark.marking is not None and _ENTIRE not in mark.marking.upper()


def _weight(line: Line, before: Line | None, mark: ParagraphMark) -> float:
    weight = _NUMBER
    if mark.marking:
        weight += _MARKED
    if before is None or line.gap or is_rule(before.text):
        weight += _STANDS_FREE
    elif not ends_sentence(before.text) and not mark.marking and len(before.text) > _WRAPPED:
        weight += _IN_SENTENCE
    if not mark.dotted:
        weight += _NO_STOP
    return weight
