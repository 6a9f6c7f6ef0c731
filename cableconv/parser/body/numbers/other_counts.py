"""Numbers other than the cable's paragraph numbers: of a list, or of a repeated text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cableconv.parser.body.numbers.sequence import Candidate
from cableconv.parser.cleanup.embedded.quotations import Closings, mark_of
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import ParagraphMark

_FIRST = "1"
_TWO_COUNTS = 2
_FEWEST_TITLES = 2  # lines of a table of contents
_LONGEST_TITLE = 69  # characters: a line of a telegram (5 FAH-2 H-323)


def of_one_count(candidates: list[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Return the candidates without those of another count that begins at 1 like the cable's."""
    candidates = _of_one_mark(candidates, lines)
    numbers = [each.mark.digits for each in candidates]
    if len(set(numbers)) == len(numbers):
        return candidates
    if numbers.count(_FIRST) >= _TWO_COUNTS:
        candidates = _of_one_form(_without_contents(candidates, lines))
        candidates = list(_without_announced(candidates, lines))
    return _outside_repeated_texts(candidates, lines)


def _of_one_mark(candidates: list[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Remove numbers of a list, without mark and pilcrow, if all marked numbers have a pilcrow.

    Keep one that the others lack, and one that its text is joined to: a page that added
    pilcrows did not recognise these as a paragraph's.
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


def _without_contents(candidates: list[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Remove a table of contents: lines below each other, numbered like all paragraphs."""
    numbers = [each.mark.digits for each in candidates]
    length = numbers.index(_FIRST, 1) if _FIRST in numbers[1:] else 0
    if length == 1 and _lists_titles(candidates[0].at, len(numbers) - 1, lines):
        return candidates[1:]
    if length < _FEWEST_TITLES or numbers[:length] != numbers[length:]:
        return candidates
    listed, counted = candidates[:length], candidates[length:]
    again = all(
        _is_beginning(lines[each.at].text, lines[title.at].text)
        for title, each in zip(listed, counted, strict=True)
    )
    return counted if _are_titles(listed, lines, again) else candidates


def _is_beginning(text: str, title: str) -> bool:
    """Whether a title begins with the words of a line, where it may have been wrapped."""
    return " ".join(title.split()).startswith(" ".join(text.split()))


def _lists_titles(first: int, number: int, lines: Sequence[Line]) -> bool:
    """Whether the titles below the first one, in columns like a table's rows, count to a number."""
    for count in range(2, number + 1):
        line = lines[first + count - 1]
        mark = line.paragraph_mark
        if line.gap or mark is None or mark.digits != str(count) or len(line.text) > _LONGEST_TITLE:
            return False
    return number >= _FEWEST_TITLES


def _are_titles(listed: Sequence[Candidate], lines: Sequence[Line], again: bool) -> bool:
    """Whether each is one short line without a marking.

    Empty lines need a colon above them, or the same words ``again`` as the paragraphs' first lines.
    """
    first = listed[0].at
    is_announced = again or (first > 0 and lines[first - 1].text.endswith(":"))
    return all(
        each.at == first + index
        and each.mark.marking is None
        and len(lines[each.at].text) <= _LONGEST_TITLE
        and (is_announced or not index or not lines[each.at].gap)
        for index, each in enumerate(listed)
    )


def _without_announced(
    candidates: Sequence[Candidate], lines: Sequence[Line]
) -> Iterator[Candidate]:
    """Yield all but the numbers of a list below a colon, if the cable's count goes on below it."""
    numbers = [int(each.mark.digits) for each in candidates]
    index = reached = 0
    while index < len(candidates):
        end = index + 1
        if index and numbers[index] == 1 and _is_announced(candidates[index], lines):
            while end < len(candidates) and numbers[end] == numbers[end - 1] + 1:
                end += 1
        if end > index + 1 and numbers[end : end + 1] == [reached + 1]:
            index = end
        else:
            yield candidates[index]
            reached = numbers[index]
            index += 1


def _is_announced(candidate: Candidate, lines: Sequence[Line]) -> bool:
    """Whether a number without a marking is below a colon."""
    return candidate.mark.marking is None and lines[candidate.at - 1].text.endswith(":")


def _of_one_form(candidates: list[Candidate]) -> list[Candidate]:
    """Remove numbers with a bracket that restart beside those with a full stop: a list's."""
    ones = {_in_brackets(each.mark) for each in candidates if each.mark.digits == _FIRST}
    if len(ones) < _TWO_COUNTS:
        return candidates
    return [each for each in candidates if not _in_brackets(each.mark)]


def _in_brackets(mark: ParagraphMark) -> bool:
    return mark.bracketed or mark.enclosed


def _outside_repeated_texts(candidates: list[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Remove the numbers of a repeated text, if the cable's count continues or ends after it.

    Its first paragraph may be without a number, on the line that opens it.
    """
    for start, end in repeated_texts(lines):
        before = [each for each in candidates if each.at <= start]
        inner = [each for each in candidates if start < each.at < end]
        after = [each for each in candidates if each.at > end]
        if not (before and inner):
            continue
        last, first = int(before[-1].mark.digits), int(inner[0].mark.digits)
        goes_on = bool(after) and int(after[0].mark.digits) == last + 1
        if (goes_on and first <= last) or (not after and first == 1):
            candidates = [*before, *after]
    return candidates


def repeated_texts(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield start and end of the outermost texts between BEGIN and END."""
    known, closings = 0, Closings(lines)
    for index, line in enumerate(lines):
        mark = mark_of(line) if index >= known else None
        if mark and mark.opens and (end := closings.of(index, mark)) is not None:
            yield index, end
            known = end
