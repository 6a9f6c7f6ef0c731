"""Lines that certainly begin a paragraph, and so end any header or field."""

from __future__ import annotations

from cableconv.parser.lexer.facts import NUMBER
from cableconv.parser.lexer.lines import Line


def begins_marked_paragraph(line: Line) -> bool:
    """Whether the line's number has a pilcrow or a portion marking."""
    mark = line.paragraph_mark if line.facts & NUMBER else None
    return mark is not None and (mark.pilcrow or bool(mark.marking))
