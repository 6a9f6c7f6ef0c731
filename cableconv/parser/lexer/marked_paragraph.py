"""Whether a line begins a paragraph beyond doubt: where it does, no header and no field goes on."""

from __future__ import annotations

from cableconv.parser.lexer.facts import NUMBER
from cableconv.parser.lexer.lines import Line


def begins_marked_paragraph(line: Line) -> bool:
    """Whether a pilcrow or a portion marking stands at the line's number."""
    mark = line.paragraph_mark if line.facts & NUMBER else None
    return mark is not None and (mark.pilcrow or bool(mark.marking))
