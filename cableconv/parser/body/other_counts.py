"""Numbers that are no paragraph's of the cable: a list's, or those of a text that it repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cableconv.parser.body.sequence import Candidate
from cableconv.parser.cleanup.quotations import Closings
from cableconv.parser.lexer.facts import QUOTE_MARK
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import ParagraphMark
from cableconv.parser.lexer.shapes import quote_mark

_FIRST = "1"
_TWO_COUNTS = 2


def of_one_count(candidates: list[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The candidates without those of another count, which begins at 1 as the cable's own."""
    candidates = _of_one_mark(candidates, lines)
    if sum(each.mark.digits == _FIRST for each in candidates) < _TWO_COUNTS:
        return candidates
    return _outsiderepeated_texts(_of_one_form(candidates), lines)


def _of_one_mark(candidates: list[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Where each number with a portion marking has a pilcrow, one with neither counts a list.

    Not one that lacks among the others, nor one that its text is glued to: a page that put the
    pilcrows did not know these for a paragraph's.
    """
    marked = [each.mark.pilcrow for each in candidates if each.mark.marking]
    if not marked or not all(marked):
        return candidates
    counted = {int(each.mark.digits) for each in candidates if each.mark.pilcrow}
    return [
        each
        for each in candidates
        if each.mark.pilcrow
        or not lines[each.at].text[each.mark.end - 1].isspace()
        or _is_lacking(int(each.mark.digits), counted)
    ]


def _is_lacking(number: int, counted: set[int]) -> bool:
    return number not in counted and {number - 1, number + 1} <= counted


def _of_one_form(candidates: list[Candidate]) -> list[Candidate]:
    """Where numbers with a bracket begin again beside those with a full stop, they count a list."""
    ones = {_in_brackets(each.mark) for each in candidates if each.mark.digits == _FIRST}
    if len(ones) < _TWO_COUNTS:
        return candidates
    return [each for each in candidates if not _in_brackets(each.mark)]


def _in_brackets(mark: ParagraphMark) -> bool:
    return mark.bracketed or mark.enclosed


def _outsiderepeated_texts(candidates: list[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """A repeated text counts for itself, if behind it the cable's count goes on from before it."""
    for start, end in repeated_texts(lines):
        before = [each for each in candidates if each.at <= start]
        inner = [each for each in candidates if start < each.at < end]
        after = [each for each in candidates if each.at > end]
        if not (before and inner and after) or inner[0].mark.digits != _FIRST:
            continue
        if int(after[0].mark.digits) == int(before[-1].mark.digits) + 1:
            candidates = [*before, *after]
    return candidates


def repeated_texts(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where the outermost texts between BEGIN and END begin and end."""
    known, closings = 0, Closings(lines)
    for index, line in enumerate(lines):
        mark = quote_mark(line.text) if index >= known and line.facts & QUOTE_MARK else None
        if mark and mark.opens and (end := closings.of(index, mark)) is not None:
            yield index, end
            known = end
