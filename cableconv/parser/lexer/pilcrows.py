"""A pilcrow before unnumbered text: a paragraph begins there, whatever it looks like.

The Department's system put a pilcrow before every paragraph; the plain-text exporter writes one
where the words alone would be read as a heading, a name or the rest of the text above.
"""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_paragraph_mark
from cableconv.parser.lexer.shapes import item_marks

_PILCROW = "¶"


def behind_pilcrow(text: str) -> int:
    """Return the start of the text after a pilcrow without number or label; 0 if there is none."""
    if text[0] != _PILCROW:
        return 0
    start = len(text) - len(text[1:].lstrip())
    if start == len(text) or read_paragraph_mark(text) or item_marks(text):
        return 0
    return start


def in_marked_paragraph(lines: Sequence[Line], at: int) -> bool:
    """Whether such a pilcrow begins the lines around ``at`` that no empty line separates."""
    while at and not lines[at].gap:
        at -= 1
    return behind_pilcrow(lines[at].text) > 0
