"""Marks of repeated texts inside a line: a scrape joined them to the words of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cableconv.parser.cleanup.embedded.quotations import Closings, mark_of
from cableconv.parser.cleanup.joined.announced_quotations import may_announce, part_announced
from cableconv.parser.cleanup.joined.closing_words import closing_at_end, is_signed, may_close
from cableconv.parser.lexer.facts import NUMBER, QUOTE_MARK
from cableconv.parser.lexer.lines import Line, Lines, cut_at
from cableconv.parser.lexer.quote_marks import opening_end
from cableconv.patterns import pattern

_OPENING_WORDS = ("BEGIN", "START", "QUOTE")
_BEGINNING = 40  # characters: a number, a marking, signs and such a word
_QUOTES = pattern(r"\b(?P<closes>UN\s?)?QUOTE\b[:.]?(?:\s+|$)")
_QUOTED = "QUOTE"
_MARKED = QUOTE_MARK | NUMBER
_ENDS = frozenset('.)]"”')
_NOTE = "NOTE"  # NOTE and END NOTE stand inside a sentence, and inside other texts


def part_quotations(lines: Lines, printed: str) -> Lines:
    """Return the lines, cut where marks of a repeated text stand on a line with its words.

    ``printed`` is the whole text: most have no sign of a text that a line announces and opens.
    """
    if may_announce(printed):
        lines = part_announced(lines)
    marked = [line.text[:_BEGINNING] for line in lines if line.facts & _MARKED]
    beginnings = "\n".join(marked).upper()
    if not any(word in beginnings for word in _OPENING_WORDS):
        return lines  # most cables open no text
    return _part_openings(_part_closings(_part_quotes(lines)))


def _part_openings(lines: Lines) -> Lines:
    """Cut lines below BEGIN TEXT and a colon, if another line closes the text."""
    ends = {
        at: end for at, line in enumerate(lines) if line.facts & _MARKED and (end := _end(line))
    }
    closings = Closings(lines) if ends else None
    cuts = {
        at: [end]
        for at, end in ends.items()
        if closings and (mark := mark_of(lines[at])) and closings.of(at, mark) is not None
    }
    return list(cut_at(lines, cuts)) if cuts else lines


def _end(line: Line) -> int:
    """Return the end of such an opening, perhaps after a paragraph's number; 0 for none."""
    number = line.paragraph_mark if line.facts & NUMBER else None
    return opening_end(line.text, number.end if number else 0)


def _part_quotes(lines: Lines) -> Lines:
    """Cut a passage from QUOTE, before its first word, to UNQUOTE, after its last one."""
    cuts: dict[int, list[int]] = {}
    opened: tuple[int, int] | None = None
    for at, line in enumerate(lines):
        marks = list(_QUOTES.finditer(line.text)) if _QUOTED in line.text else []
        if marks and opened is None and (start := _quote_start(line, marks[0])):
            opened, marks = (at, start), marks[1:]
        if not marks:
            continue
        last = marks[0]
        if opened and len(marks) == 1 and last["closes"] and _ends_passage(lines, at, last):
            cuts[opened[0]] = [opened[1]]
            cuts.setdefault(at, []).append(last.start())
        opened = None
    return list(cut_at(lines, cuts)) if cuts else lines


def _quote_start(line: Line, mark: re.Match[str]) -> int:
    """Return the start of the words after QUOTE, if that begins a passage; 0 otherwise."""
    number = line.paragraph_mark if line.facts & NUMBER else None
    begins = number.end if number else 0
    apart = line.gap > 0 or number is not None
    is_first = apart and mark.start() == begins and not mark["closes"]
    return mark.end() if is_first and mark.end() < len(line.text) else 0


def _ends_passage(lines: Lines, at: int, mark: re.Match[str]) -> bool:
    """Whether UNQUOTE after other words ends a paragraph."""
    if mark.start() == 0 or lines[at].text[mark.end() :].strip(".)"):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is None or below.gap > 0 or below.paragraph_mark is not None


def _part_closings(lines: Lines) -> Lines:
    """Return the lines, cut where words that close a repeated text follow its last sentence.

    This applies only if more texts of that name open than lines close: a scrape joined them.
    """
    marks = [mark for line in lines if line.facts & _MARKED and (mark := mark_of(line))]
    opened = Counter(mark.what for mark in marks if mark.opens and mark.what != _NOTE)
    lacking = {*(opened - Counter(mark.what for mark in marks if not mark.opens))}
    if not lacking:
        return lines
    below = [*lines[1:], None]
    return [
        piece
        for line, after in zip(lines, below, strict=True)
        for piece in ((line,) if _goes_on(line, after) else _parted(line, lacking))
    ]


def _goes_on(line: Line, after: Line | None) -> bool:
    """Whether the line was wrapped inside a sentence, so that its end closes nothing."""
    if after is None or after.gap or after.cut or after.paragraph_mark:
        return False
    return line.text[-1] not in _ENDS and not is_signed(line.text)


def _parted(line: Line, lacking: set[str]) -> Iterator[Line]:
    text = line.text
    at, mark = closing_at_end(text) if may_close(text) else (0, None)
    if mark and mark.what in lacking:
        yield line.head(at)
        yield line.tail(at)
    else:
        yield line
