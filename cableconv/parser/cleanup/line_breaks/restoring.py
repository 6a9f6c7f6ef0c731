"""Cuts lines that lost their ends: of a header, a class line, or a whole telegram.

The header is examined line by line up to its class line; a text that lost all ends has
labels and paragraphs on one line.  Nothing is removed, and every cut line is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from cableconv.diagnostics.body import LINE_BREAK_LOST, LINE_BREAKS_LOST
from cableconv.diagnostics.heading import HEADER_BREAKS_LOST
from cableconv.parser.account.account import Account
from cableconv.parser.cleanup.line_breaks.filled import join_filled
from cableconv.parser.cleanup.line_breaks.header import HeaderWalk, routing_cuts
from cableconv.parser.cleanup.line_breaks.header_signs import may_hold_level
from cableconv.parser.cleanup.line_breaks.text import has_lost_ends, text_cuts
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.header_start import is_dated, is_origin
from cableconv.parser.lexer.limits import FARTHEST_CLASS_LINE
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.parser.lexer.marked_paragraph import begins_marked_paragraph
from cableconv.patterns import pattern

_BEGINS = "VZCZC"  # format line 1
_SENDER = "FM "
_SECOND = 2
_FEWEST_OF_HEADER = 4
_BELOW = 3  # lines below the class line that may hold a whole text
_AFTER = pattern(r'(?<![",])[",]{2,}+$')
_BEFORE = pattern(r"[\"',.;:*>\s]+$")


def restore_line_breaks(lines: Lines, account: Account) -> Lines:
    """Return the lines, cut where another line of the format begins inside one."""
    lines = join_filled(lines, account)
    walk = HeaderWalk()
    restored: Lines = []
    classed_at = 0
    for index, line in enumerate(lines):
        if index >= FARTHEST_CLASS_LINE or (restored and begins_marked_paragraph(line)):
            return [
                *restored[:classed_at],
                *_text([*restored[classed_at:], *lines[index:]], account),
            ]
        if walk.below and not may_hold_level(line.text):
            restored.append(line)
            continue
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        cuts = walk.cuts(line, below)
        if cuts and walk.below and not walk.has_origin and _header_is_below(lines, index):
            restored.append(line)  # a page's own line: the telegram begins at its header
            walk = HeaderWalk()
            continue
        restored += _header(line, cuts, account) if cuts else _routing(line)
        if walk.below and (cuts or not classed_at):
            classed_at = len(restored) - 1
    return [*restored[:classed_at], *_text(restored[classed_at:], account)]


def _header_is_below(lines: Sequence[Line], index: int) -> bool:
    """Whether a date-time group and FM are below a line, before any paragraph."""
    for at in range(index + 1, min(len(lines) - 1, FARTHEST_CLASS_LINE)):
        if begins_marked_paragraph(lines[at]):
            return False
        if is_dated(lines[at].text):
            return is_origin(lines[at + 1].text)
    return False


def _header(line: Line, cuts: Sequence[int], account: Account) -> Iterator[Line]:
    """Return the line in pieces, each a format line; a mere sign before the first is set aside."""
    pieces = list(_pieces(line, cuts))
    if _BEFORE.match(pieces[0].text):
        account.mark_furniture("separator", [pieces[0]])
        pieces[:2] = [replace(pieces[1], gap=line.gap, cut=line.cut)]
    if len(pieces) > 1 and not _are_columns(pieces, account):
        code = LINE_BREAK_LOST if len(pieces) < _FEWEST_OF_HEADER else HEADER_BREAKS_LOST
        account.report(code, pieces[1])
    for piece in pieces[:-1]:
        yield from _routing(_without_sign(piece, account))
    yield pieces[-1]


def _are_columns(pieces: Sequence[Line], account: Account) -> bool:
    """Whether a tab or a row's quotation marks part two pieces, which never had a line end."""
    before, after = pieces[:2]
    parted = "\t" in account.text[before.end : after.start] or _AFTER.search(before.text)
    return len(pieces) == _SECOND and bool(parted)


def _without_sign(piece: Line, account: Account) -> Line:
    """Return the piece without the marks of a row's columns after it."""
    end = _AFTER.search(piece.text)
    if end is None or not end.start():
        return piece
    account.mark_furniture("separator", [piece.tail(end.start())])
    return piece.head(end.start())


def _routing(line: Line) -> Iterable[Line]:
    """Return a line of routing indicators, cut where two are joined."""
    cuts = routing_cuts(line.text)
    return _pieces(line, cuts) if cuts else (line,)


def _text(lines: Lines, account: Account) -> Lines:
    """Return the lines from the class line on; if all ends are lost, cut at starts of lines."""
    at = next((at for at, line in enumerate(lines[:_BELOW]) if has_lost_ends(line.text)), None)
    if at is None:
        return _with_later_headers(lines, account)
    account.report(LINE_BREAKS_LOST, lines[at])
    restored, last = [*lines[:at]], 0
    classed = next(filter(None, (read_class_line(line.text) for line in lines[: at + 1])), None)
    for line in lines[at:]:
        cuts = text_cuts(line.text, last, classed.station if classed else None)
        last = cuts.last
        for piece in _pieces(line, cuts.lines):
            begins = piece.start - line.start in cuts.apart
            restored.append(piece.with_gap(1) if begins else piece)
    return restored


def _with_later_headers(lines: Lines, account: Account) -> Lines:
    """Return the lines, with the header of another telegram below cut where it is on one line."""
    if account.text.count(_BEGINS) < _SECOND:
        return lines
    found: Lines = []
    for line in lines:
        joined = _BEGINS in line.text and _SENDER in line.text
        cuts = HeaderWalk().cuts(line, "") if joined else []
        found += _header(line, cuts, account) if cuts else [line]
    return found


def _pieces(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """Yield the pieces between those offsets, stripped of white space."""
    for start, end in pairwise([0, *cuts, len(line.text)]):
        piece = line.tail(start, end) if start else line.head(end)
        if piece.text:
            yield piece
