"""Advertisements that a newspaper's page put between the paragraphs of a cable.

The line ``Advertisement`` stands above each; an invitation to a newsletter may follow it.
"""

from __future__ import annotations

import re

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Lines
from cableconv.patterns import pattern

_SIGN = "dvertisement"
_HEADING = pattern(r"Advertisement(?: ?[-–—:] ?(?:scroll|continue|story|article)\b.{0,40})?$")
_INVITES = pattern(
    r"(?:Are you getting|Sign up|Subscribe)\b.{0,60}\bnewsletter\b|Subscribe to\b", re.IGNORECASE
)
_MOST = 3  # lines of an invitation


def take_advertisements(lines: Lines, account: Account) -> Lines:
    """The lines without them; they stand between empty lines."""
    if _SIGN not in account.text:
        return lines
    kept: Lines = []
    left = gap = 0
    for line in lines:
        if _HEADING.match(line.text):
            left = _MOST
        elif left and line.gap and _INVITES.match(line.text):
            left -= 1
        else:
            kept.append(line.with_gap(max(line.gap, gap)))
            left = gap = 0
            continue
        account.mark_furniture("advertisement", [line])
        gap = max(gap, line.gap)
    return kept
