"""Paragraphs that a scrape joined to the line before: to text, or to a field."""

from __future__ import annotations

import itertools

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Lines
from cableconv.patterns import pattern

_INNER = pattern(
    r"\s(?:(?<=\S\s)\s*(?=¶\s?\d{1,3}\.)"
    r"|(?<=[.:!?\"”)\w-]\s)\s*(?=\d{1,3}\.\s{0,2}\((?:TS|SBU|S|C|U)[)/ ])(?!\S+\s*\([^()]*\)$))"
)
_SIGNS = ("¶", ". (", ".(", ".  (")  # a pilcrow, or what stands behind a number
_OWN_MARK = "¶0123456789 \t"


def split_at_inner_marks(lines: Lines, account: Account) -> Lines:
    """The lines, cut where a number with a pilcrow or a portion marking stands inside one.

    A cut costs nothing: what turns out to be no paragraph is running text again.
    """
    if not any(_stands_inside(sign, account.text) for sign in _SIGNS):
        return lines
    found: Lines = []
    for line in lines:
        text = line.text
        cuts = [mark.end() for mark in _INNER.finditer(text)] if "(" in text or "¶" in text else []
        if cuts:
            found += itertools.starmap(line.piece, itertools.pairwise([0, *cuts, len(text)]))
        else:
            found.append(line)
    return found


def _stands_inside(sign: str, text: str) -> bool:
    """Whether it stands behind a digit somewhere, other than in a line's own mark."""
    at = text.find(sign)
    while at >= 0:
        if sign == "¶" or text[at - 1].isdigit():
            before = text[text.rfind("\n", 0, at) + 1 : at]
            if before.strip(_OWN_MARK):
                return True
        at = text.find(sign, at + 1)
    return False
