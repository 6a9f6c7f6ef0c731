"""Repeated texts: BEGIN TEXT ... END TEXT and their kin."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.body.shapes import QuoteMark, quote_mark
from cableconv.parser.lines import Line


def closes(lines: Sequence[Line], index: int, opening: QuoteMark) -> bool:
    """Whether the text that opens at ``index`` is closed further down."""
    depth = 0
    for line in lines[index + 1 :]:
        mark = quote_mark(line.text)
        if mark is None:
            continue
        if mark.opens:
            depth += 1
        elif depth == 0 or mark.what == opening.what:
            return True
        else:
            depth -= 1
    return False
