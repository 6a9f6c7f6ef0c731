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
_OWN_NUMBER = 3  # an inner number has a word and a blank before it: its stop is not before this


def split_at_inner_marks(lines: Lines, _account: Account) -> Lines:
    """The lines, cut where a number with a pilcrow or a portion marking stands inside one.

    A cut costs nothing: what turns out to be no paragraph is running text again.
    """
    found: Lines = []
    for line in lines:
        text = line.text
        cuts = _cuts(text) if "(" in text or "¶" in text else []
        if cuts:
            found += itertools.starmap(line.piece, itertools.pairwise([0, *cuts, len(text)]))
        else:
            found.append(line)
    return found


def _cuts(text: str) -> list[int]:
    """Where a paragraph begins inside the line."""
    return [mark.end() for mark in _INNER.finditer(text)] if _may_hold_mark(text) else []


def _may_hold_mark(text: str) -> bool:
    """Whether a stop and a bracket, or a pilcrow, stand behind the line's own number."""
    return (
        text.find(". (", _OWN_NUMBER) >= 0
        or text.find(".(", _OWN_NUMBER) >= 0
        or text.find(".  (", _OWN_NUMBER) >= 0
        or text.find("¶", 1) >= 0
    )
