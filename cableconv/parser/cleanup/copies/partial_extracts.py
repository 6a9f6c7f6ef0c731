"""The notice that a record is a partial extract: kept once, though page and row both print it."""

from __future__ import annotations

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line, Lines

_OPENS = "this record is a partial extract"
_INITIALS = frozenset("Tt")
_ENDS = "not available."
_SIGN = "partial extract"
_MOST_LINES = 4


def take_partial_extracts(lines: Lines, account: Account) -> Lines:
    """Return the lines with the notice as one line, and without its repetitions."""
    if _SIGN not in account.text:
        return lines
    kept: Lines = []
    printed = False
    at = 0
    while at < len(lines):
        may_open = lines[at].text[0] in _INITIALS
        length = _length_at(lines, at, account) if may_open else 0
        if length and printed:
            account.mark_furniture("repeated-notice", lines[at : at + length])
        elif length:
            kept.append(_joined(lines[at : at + length]))
            printed = True
        else:
            kept.append(lines[at])
        at += length or 1
    return kept


def _length_at(lines: Lines, at: int, account: Account) -> int:
    """Return the number of lines of a notice that begins at ``at``; 0 for none."""
    if not lines[at].text.lower().startswith(_OPENS):
        return 0
    for end in range(at, min(at + _MOST_LINES, len(lines))):
        if end > at and account.text[lines[end - 1].end : lines[end].start].strip():
            break
        if lines[end].text.endswith(_ENDS):
            return end + 1 - at
    return 1


def _joined(lines: Lines) -> Line:
    """Return the lines as one, each at its own offset."""
    text, first = lines[0].text, lines[0]
    for line in lines[1:]:
        text = text.ljust(line.start - first.start) + line.text
    return Line(first.start, text, first.indent, first.gap, first.cut)
