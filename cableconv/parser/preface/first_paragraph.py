"""The first paragraph where it runs on behind the reasons of Classified By."""

from __future__ import annotations

import re

from cableconv.parser.lines import Line

_BEHIND_REASONS = re.compile(
    r"\b1\s?[.,]\s?[3-6]\b.*?[A-H][).]{0,3}\s*(?=¶?1\.\s*\((?:C|S|U|SBU)(?:/+[A-Z]+)*\)\s+\w)",
    re.IGNORECASE,
)


def split_at_first_paragraph(line: Line) -> list[Line]:
    """The line, as two where a paragraph begins inside it."""
    found = _BEHIND_REASONS.search(line.text)
    return [line.head(found.end()), line.tail(found.end())] if found else [line]
