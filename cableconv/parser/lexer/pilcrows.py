"""A pilcrow before text that has no number: a paragraph begins there, whatever it looks like.

The Department's system put a pilcrow before every paragraph; the exporter of plain text writes it
where words alone would be taken for a heading, a name or the rest of what stands above.
"""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_paragraph_mark
from cableconv.parser.lexer.shapes import item_marks

_PILCROW = "¶"


def behind_pilcrow(text: str) -> int:
    """Where the text begins behind a pilcrow without a number or a label; 0 where none stands."""
    if text[0] != _PILCROW:
        return 0
    start = len(text) - len(text[1:].lstrip())
    if start == len(text) or read_paragraph_mark(text) or item_marks(text):
        return 0
    return start


def in_marked_paragraph(lines: Sequence[Line], at: int) -> bool:
    """Whether such a pilcrow begins the lines that ``at`` stands among, without an empty one."""
    while at and not lines[at].gap:
        at -= 1
    return behind_pilcrow(lines[at].text) > 0
