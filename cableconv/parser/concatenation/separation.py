"""A text with several telegrams as several texts, each with its place in the file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise, takewhile

from msgspec.structs import replace

from cableconv.cable import Furniture, Span
from cableconv.parser.concatenation.boundaries import beginnings
from cableconv.parser.concatenation.text_lines import TextLine, text_lines
from cableconv.parser.lexer.shapes import is_rule
from cableconv.telegram import Anchor, Telegram

_LONGEST_TAIL = 400  # characters that are searched for rules below the text


def parts(telegram: Telegram) -> Iterator[Telegram]:
    """Yield the text from each beginning of a telegram on; all of it if there is only one."""
    text = telegram.text
    cuts = [*beginnings(text)]
    if not cuts:
        yield telegram
        return
    file_text = text if telegram.file_text is None else telegram.file_text
    line, counted = telegram.first_line, 0
    for row, (start, end) in enumerate(pairwise([0, *cuts, len(text)]), 1):
        begins = telegram.file_offset(start)
        line, counted = line + file_text.count("\n", counted, begins), begins
        yield replace(
            _part(telegram, start, end),
            source=replace(telegram.source, row=telegram.source.row or row),
            first_line=line,
            first_column=begins - file_text.rfind("\n", 0, begins),
        )


def _part(telegram: Telegram, start: int, end: int) -> Telegram:
    """Return the text between two offsets, and the part of the file that it is from."""
    text, whole = telegram.text[start:end], telegram.file_text
    begins, ends = telegram.file_offset(start), telegram.file_offset(end)
    first, last = (bisect_left(telegram.anchors, (at,)) for at in (start + 1, end))
    inside = (each for each in telegram.surroundings if start <= _start(each) < end)
    surroundings = [*(_moved(each, -start) for each in inside), *_rules(text)]
    return replace(
        telegram,
        text=text,
        file_text=None if whole is None else whole[begins:ends],
        anchors=(
            Anchor(0, 0),
            *(Anchor(at - start, to - begins) for at, to in telegram.anchors[first:last]),
        ),
        surroundings=tuple(sorted(surroundings, key=_start)),
    )


def _moved(piece: Furniture, by: int) -> Furniture:
    span = piece.span
    return replace(piece, span=Span(span.start + by, span.end + by)) if span else piece


def _start(piece: Furniture) -> int:
    return piece.span.start if piece.span else 0


def _rules(text: str) -> Iterator[Furniture]:
    """Yield the rules above the first and below the last other line, which separate telegrams."""
    above = takewhile(_separates, text_lines(text))
    tail = max(0, len(text) - _LONGEST_TAIL)
    below = takewhile(_separates, reversed([*text_lines(text, tail)]))
    for line in (*above, *below):
        yield Furniture(kind="separator", text=line.text, span=Span(line.start, line.end))


def _separates(line: TextLine) -> bool:
    return is_rule(line.text) and not line.text.startswith(".")  # dots break a text off
