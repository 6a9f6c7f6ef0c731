"""Markdown's fences around a telegram: lines of three backticks or tildes (CommonMark 4.5)."""

from __future__ import annotations

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Lines
from cableconv.patterns import pattern

_FENCE = pattern(r"(?:```|~~~)\s?[\w-]{0,20}$")


def take_fences(lines: Lines, account: Account) -> Lines:
    """The lines without fences, where each that opens is closed."""
    if "`" not in account.text and "~" not in account.text:  # found faster than three of them
        return lines
    fences = [line for line in lines if _FENCE.match(line.text)]
    if not fences or len(fences) % 2:
        return lines
    kept: Lines = []
    gap = 0
    for line in lines:
        if _FENCE.match(line.text):
            account.mark_furniture("fence", [line])
            gap += line.gap
        else:
            kept.append(line.with_gap(line.gap + gap))
            gap = 0
    return kept
