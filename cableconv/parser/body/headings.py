"""Headings: underlined, boxed, between strokes, or bare above a numbered paragraph."""

from __future__ import annotations

from collections.abc import Container, Sequence

from cableconv.parser.body.shapes import decorated, has_columns, is_rule, item_marks
from cableconv.parser.lines import Line

_LONGEST = 90
_BOXED = 3


def heading_length(
    lines: Sequence[Line],
    index: int,
    numbered: Container[int],
    ruled: bool,
    unfinished: bool,
) -> int:
    """How many lines from ``index`` on are one heading; 0 for none.

    ``ruled``: a rule stands right above.  ``unfinished``: the text above breaks off.
    """
    line = lines[index]
    if decorated(line.text):
        return 1
    length = _lines_to_rule(lines, index, numbered)
    if length and not has_columns(line.text) and not (unfinished and line.gap == 0):
        return length
    if unfinished or not (line.gap or ruled or index == 0):
        return 0
    return _bare(lines, index, numbered, ruled)


def _lines_to_rule(lines: Sequence[Line], index: int, numbered: Container[int]) -> int:
    """Lines between here and a rule right below them, at most three."""
    for length in range(1, _BOXED + 1):
        at = index + length
        if at >= len(lines) or at in numbered or len(lines[at - 1].text) > _LONGEST:
            return 0
        if is_rule(lines[at].text):
            free = lines[index].gap > 0 and length == 1 and _looks_like_title(lines[index].text)
            return length if lines[at].gap == 0 or (free and lines[at].gap == 1) else 0
        if lines[at].gap:
            return 0
    return 0


def _bare(lines: Sequence[Line], index: int, numbered: Container[int], ruled: bool) -> int:
    """One or two lines that stand free above a numbered paragraph (or below a rule)."""
    for length in (1, 2):
        at = index + length
        if at > len(lines) or not _looks_like_title(lines[at - 1].text):
            return 0
        if at in numbered:
            return length
        if at == len(lines) or lines[at].gap:
            capitals = lines[index].text.isupper() and at < len(lines) and length == 1
            return length if (ruled or capitals) and at < len(lines) else 0
    return 0


def _looks_like_title(text: str) -> bool:
    if len(text) > _LONGEST or not any(map(str.isalpha, text)) or item_marks(text):
        return False
    return text.endswith(("...", "?", "!", ". . .")) or text[-1] not in ".,;:"
