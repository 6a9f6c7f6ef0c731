"""Paragraphs that begin like a line that opens or closes a quotation."""

from __future__ import annotations

from cableconv.exporters.text.wrapping import RUNNING, WIDTH, wrap
from cableconv.patterns import pattern

_BEGINS = pattern(
    r"\s*(?:\d{1,3}\. )?(?:\([^)]{1,40}\) )?(?i:(?=[BEQSU])(?:BEGIN|START|END|QUOTE|UNQUOTE)\b)"
)
_LONGEST_SURE_MARK = 90
"""Characters: a longer mark is read from several lines, as it was printed, not from one."""
_LONGEST_MARK = 140
"""Characters: a longer line is read as text, however it begins."""
_WORDS_BEFORE = ("and", "or", "of", "the", "to", "for", "on", "in", "with", "from", "at", "by")
_UNFINISHED = rf"{RUNNING}(?<![.!?;\"”)][ ])"
_GOES_ON = (
    rf"{_UNFINISHED}(?:(?=[a-z])|(?<=,[ ])"
    rf"|{'|'.join(rf'(?<=[ ]{word}[ ])' for word in _WORDS_BEFORE)})"
)
"""A fit space in an opening: before a small letter, or behind a word that more must follow."""


def opening_lines(mark: str) -> list[str]:
    """Return the lines that open a quotation: one, unless that is too long to be read as one."""
    if len(mark) <= _LONGEST_SURE_MARK:
        return [mark]
    return wrap(mark, WIDTH, fit=_UNFINISHED if mark.isupper() else _GOES_ON)


def no_mark(lines: list[str], hang: str) -> list[str]:
    """Return the lines, with the first too long for a quotation's mark if it begins like one."""
    if len(lines) == 1 or not _BEGINS.match(lines[0]) or sum(map(len, lines)) <= _LONGEST_MARK:
        return lines
    first, *below = lines
    while below and len(first) <= _LONGEST_MARK:
        first += f" {below.pop(0)[len(hang) :]}"
    return [first, *below]
