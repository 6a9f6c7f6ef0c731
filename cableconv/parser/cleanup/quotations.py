"""Repeated texts: BEGIN TEXT ... END TEXT and their kin."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.lexer.facts import QUOTE_MARK
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import QuoteMark, quote_mark


def closing_of(lines: Sequence[Line], index: int, opening: QuoteMark) -> int | None:
    """Where the text that opens at ``index`` is closed further down."""
    depth = 0
    for at in range(index + 1, len(lines)):
        mark = quote_mark(lines[at].text) if lines[at].facts & QUOTE_MARK else None
        if mark is None:
            continue
        if mark.opens:
            depth += 1
        elif depth == 0 or mark.what == opening.what:
            return at
        else:
            depth -= 1
    return None
