"""Paragraphs that begin like a line that opens or closes a quotation."""

from __future__ import annotations

from cableconv.patterns import pattern

_BEGINS = pattern(
    r"\s*(?:\d{1,3}\. )?(?:\([^)]{1,40}\) )?(?i:(?=[BEQSU])(?:BEGIN|START|END|QUOTE|UNQUOTE)\b)"
)
LONGEST_SURE_MARK = 90
"""Characters: a longer mark is read from several lines, as it was printed, not from one."""
_LONGEST_MARK = 140
"""Characters: a longer line is read as text, however it begins."""


def no_mark(lines: list[str], hang: str) -> list[str]:
    """Return the lines, with the first too long for a quotation's mark if it begins like one."""
    if len(lines) == 1 or not _BEGINS.match(lines[0]) or sum(map(len, lines)) <= _LONGEST_MARK:
        return lines
    first, *below = lines
    while below and len(first) <= _LONGEST_MARK:
        first += f" {below.pop(0)[len(hang) :]}"
    return [first, *below]
