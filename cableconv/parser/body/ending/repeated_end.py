"""Lines at the end of a page that repeat a part of its text.

A catalogue's row, with the date, a length and TAGS, was followed by the cable's first paragraph;
some pages end with a piece of the text in dots.
"""

from __future__ import annotations

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Lines
from cableconv.patterns import pattern

_CATALOGUE = pattern(r"0 \d\d/\d\d/\d{4} \d{2,6} [A-Z]{2,5}(?:,[A-Z]{2,5})*\b")
_CATALOGUED = 3  # lines after it
_SHORTEST_PIECE = 12  # characters: a shorter one may occur by chance
_COMPARED = 160  # characters of each


def without_repeated(lines: Lines, account: Account) -> Lines:
    """Return the lines without those at the end that repeat part of the text."""
    return _without_catalogued(_without_piece(lines, account), account)


def _without_piece(lines: Lines, account: Account) -> Lines:
    """Return the lines without a last one in dots that repeats a piece of the text above."""
    last = lines[-1]
    piece = last.text.rstrip(". ")
    if len(lines) == 1 or not last.text.endswith("...") or len(piece) < _SHORTEST_PIECE:
        return lines
    if account.text.find(piece, 0, last.start) < 0:
        return lines
    account.mark_furniture("trailer", [last])
    return lines[:-1]


def _without_catalogued(lines: Lines, account: Account) -> Lines:
    """Return the lines without those below a catalogue's row that repeat part of the text."""
    for at in range(len(lines) - 2, max(len(lines) - 2 - _CATALOGUED, 0), -1):
        if lines[at].text.startswith("0 ") and _CATALOGUE.match(lines[at].text):
            above = "\n".join(line.text for line in lines[:at])
            below = lines[at + 1 :]
            if all(line.text[:_COMPARED] in above for line in below):
                account.mark_furniture("trailer", below)
                return lines[: at + 1]
    return lines
