"""Several whole telegrams in one text: a corrected copy and its original, or different cables.

Sections share one text with a continuous paragraph count; another telegram has its own class
line, its own preface, and restarts at paragraph 1.  Of two copies of one cable the
corrected one is the cable; a cable with another number
is embedded in the first, like those between BEGIN TEXT and END TEXT.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from cableconv.cable import AnyBlock, Cable, EmbeddedCable, Span
from cableconv.diagnostics.telegram import CABLE_REPEATED, SECOND_CABLE
from cableconv.parser.account.account import Account, ReadEnclosed
from cableconv.parser.cleanup.embedded.embedded_telegrams import enclose
from cableconv.parser.lexer.class_line import ClassLine, read_class_line
from cableconv.parser.lexer.facts import CLASS_LINE, HEADER, NUMBER
from cableconv.parser.lexer.header_start import begins_header
from cableconv.parser.lexer.labels import labelled_pieces, read_label
from cableconv.parser.lexer.limits import LONGEST_HEADER, LONGEST_PREFACE
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern
from cableconv.vocabulary import stations

_CORRECTED = pattern(r"C ?O ?R ?R ?E ?C ?T ?E ?D +C ?O ?P ?Y|\(CCY\b", re.IGNORECASE)
_WHOLE_COPY = 0.9  # of the longest copy's length: a shorter copy broke off


class Copies(msgspec.Struct, frozen=True):
    """The cable's own lines, other copies of it, and other cables."""

    lines: list[Line]
    repeated: list[list[Line]]
    others: list[list[Line]]


def split_telegrams(lines: list[Line]) -> Copies:
    """Return the telegrams of a text; usually there is one."""
    telegrams = _telegrams(lines)
    if len(telegrams) == 1:
        return Copies(lines, [], [])
    number = _number(telegrams[0])
    same = [each for each in telegrams if _number(each) == number]
    chosen = next((each for each in same if _is_corrected(each)), _whole(same))
    repeated = [each for each in same if each is not chosen]
    others = [each for each in telegrams if _number(each) != number]
    if repeated and _begins_telegram(chosen[0]):
        header, repeated[0] = _parted_at_class_line(repeated[0])
        chosen = header + chosen
    return Copies(chosen, repeated, others)


def keep_duplicates(cable: Cable, copies: Copies, read: ReadEnclosed, account: Account) -> Cable:
    """Add other copies as furniture, and other cables as blocks after the cable's own."""
    for lines in copies.repeated:
        which = "corrected copy" if _is_corrected(copies.lines) else "first whole one"
        account.report(CABLE_REPEATED, lines[0], which=which)
        account.mark_furniture("repeated-cable", lines)
    if not copies.others:
        return cable
    blocks: list[AnyBlock] = list(cable.body)
    for lines in copies.others:
        inner = read(lines, f"body[{len(blocks)}].cable", account)
        printed = inner.number.text if inner.number else "no number"
        account.report(SECOND_CABLE, lines[0], f"body[{len(blocks)}]", printed=printed)
        span = Span(min(line.start for line in lines), max(line.end for line in lines))
        blocks.append(EmbeddedCable(cable=inner, span=span))
    return cable.replace(body=tuple(blocks))


def _telegrams(lines: list[Line]) -> list[list[Line]]:
    classed = [line for line in lines if line.facts & CLASS_LINE and read_class_line(line.text)]
    if len(classed) < 2:
        return [lines]
    starts = list(_beginnings(enclose(lines)))
    if not starts:
        return [lines]
    places = {line.start: index for index, line in enumerate(lines)}  # one may have moved up
    cuts = [0, *(places[start] for start in starts), len(lines)]
    return [lines[first:last] for first, last in pairwise(cuts)]


def _beginnings(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the offsets at which another telegram begins, below the first one's text."""
    text_at = (index for index, line in enumerate(lines) if _begins_text(line))
    index = next(text_at, len(lines)) + 1
    while index < len(lines):
        line = lines[index]
        may_begin = line.facts & (CLASS_LINE | HEADER)
        first = _first_paragraph(lines, index) if may_begin else None
        if first is not None:
            yield line.start
            index = first
        index += 1


def _begins_text(line: Line) -> bool:
    mark = line.paragraph_mark if line.facts & NUMBER else None
    return mark is not None and bool(mark.marking or mark.pilcrow or mark.dotted)


def _first_paragraph(lines: Sequence[Line], index: int) -> int | None:
    """Return the line of paragraph 1 of a telegram whose header begins at ``index``, or None."""
    at = _class_line(lines, index)
    if at is None:
        return None
    labelled = any(label for _, label in labelled_pieces(lines[at]))
    for below in range(at + 1, min(at + LONGEST_PREFACE, len(lines))):
        if mark := lines[below].paragraph_mark:
            return below if labelled and mark.digits == "1" else None
        labelled = labelled or read_label(lines[below].text) is not None
    return None


def _class_line(lines: Sequence[Line], index: int) -> int | None:
    """Return the class line of a header at ``index``; None for sections after the first."""
    if _begins_telegram(lines[index]):
        return index
    if not begins_header(lines[index].text):
        return None
    for at in range(index + 1, min(index + LONGEST_HEADER, len(lines))):
        if _begins_telegram(lines[at]):
            return at
        if lines[at].paragraph_mark or _numbered_class_line(lines[at]):
            return None
    return None


def _begins_telegram(line: Line) -> bool:
    found = _numbered_class_line(line)
    return found is not None and found.section in (None, 1)


def _numbered_class_line(line: Line) -> ClassLine | None:
    found = read_class_line(line.text)
    return found if found and found.station and found.serial else None


def _whole(copies: Sequence[list[Line]]) -> list[Line]:
    """Return the first one that is not much shorter than the longest, and so did not break off."""
    lengths = [sum(len(line.text) for line in lines) for lines in copies]
    least = _WHOLE_COPY * max(lengths)
    return next(copy for copy, length in zip(copies, lengths, strict=True) if length >= least)


def _parted_at_class_line(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return a telegram's header, which copies without one share, and the rest."""
    at = next(index for index, line in enumerate(lines) if _numbered_class_line(line))
    return lines[:at], lines[at:]


def _number(lines: Sequence[Line]) -> tuple[str, int] | None:
    found = next((each for line in lines if (each := _numbered_class_line(line))), None)
    if found is None or found.station is None or found.serial is None:
        return None
    return stations.canonical(found.station), int(found.serial)


def _is_corrected(lines: Sequence[Line]) -> bool:
    """Whether it says above its first paragraph that it is a corrected copy."""
    for line in lines[: LONGEST_HEADER + LONGEST_PREFACE]:
        if _CORRECTED.search(line.text):
            return True
        if line.paragraph_mark:
            return False
    return False
