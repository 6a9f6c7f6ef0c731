"""The end of a text beyond its author's words: trailers, and a post's address.

Posts closed with the address of their classified website; a dump's columns, its closing quotation
mark, or a scrape's date may follow the name.  All of it may be joined to the last sentence.
"""

from __future__ import annotations

from cableconv.parser.account.account import Account
from cableconv.parser.body.website import without_website
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern

_TRAILER = pattern(
    r"\s(?:0\s+\d\d/\d\d/\d{4}(?:\s+\d{4})?(?:\s+[A-Z]{2,4}(?:,\s?[A-Z]{2,4})*)?"
    r"|(?:[|–-]\s)?\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?"
    r"|\\\"?)$"
)
_NAME_BEFORE = pattern(r"\b[A-Z][A-Za-z'’-]{3,}$")
DATE = (
    r"(?:(?:\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|(?:\d{1,2}\s)?(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]{0,6}\.?"
    r"(?:\s\d{1,2},)?\s\d{4})(?:[T ,]+\d{1,2}:\d\d(?::\d\d)?\s?(?:Z|[AP]M)?)?"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d"
    r" (?:[+-]\d{4}|[A-Z]{3,4}) \d{4})"
)
"""A day as scrapes print it, in digits or with the month's name; the hour may follow."""
# a date in words or a quotation mark may belong to the text: only after a name alone
_BEHIND_NAME = pattern(
    rf"(?:^|[.!?][\"”)\]]?\s)\*?[A-Z](?:[A-Z'’-]{{3,}}|(?<=^.)[A-Za-z'’-]{{3,}})"
    rf"(?P<behind>\s{DATE}|\s?[\"”'’]+[,;]?)$"
)
_NOTICE = pattern(r"(?<=[.!?\"”)]\s)(?:MINIMIZE CONSIDERED|Minimize considered)\.?\s+(?=\S+$)")
# a catalogue's row: its date, a length, TAGS; the cable's first paragraph may follow it
_CATALOGUE = pattern(r"0 \d\d/\d\d/\d{4} \d{2,6} [A-Z]{2,5}(?:,[A-Z]{2,5})*\b")
_CATALOGUED = 3  # lines after it
_SHORTEST_PIECE = 12  # characters: a shorter one may occur by chance
_COMPARED = 160  # characters of each
_QUOTES = frozenset('"”,;')
_LAST = _QUOTES | frozenset("'’0123456789ZM")
_FEWEST = 2


def trim_ending(lines: list[Line], account: Account) -> list[Line]:
    """Return the lines without what is below the author's text, with a name after it set apart."""
    if not lines:
        return lines
    lines = _without_repeated(_without_catalogued(lines, account), account)
    last = _without_trailer(lines[-1], account)
    lines = without_website([*lines[:-1], last], account)
    last = lines[-1]
    notice = _NOTICE.search(last.text) if "onsidered " in last.text or "ED " in last.text else None
    if notice:
        return [*lines[:-1], last.head(notice.start()), last.tail(notice.start())]
    return lines


def _without_repeated(lines: list[Line], account: Account) -> list[Line]:
    """Return the lines without a last one in dots that repeats a piece of the text above."""
    last = lines[-1]
    piece = last.text.rstrip(". ")
    if len(lines) == 1 or not last.text.endswith("...") or len(piece) < _SHORTEST_PIECE:
        return lines
    if account.text.find(piece, 0, last.start) < 0:
        return lines
    account.mark_furniture("trailer", [last])
    return lines[:-1]


def _without_catalogued(lines: list[Line], account: Account) -> list[Line]:
    """Return the lines without a catalogue's row that repeats part of the text."""
    for at in range(len(lines) - 2, max(len(lines) - 2 - _CATALOGUED, 0), -1):
        if lines[at].text.startswith("0 ") and _CATALOGUE.match(lines[at].text):
            above = "\n".join(line.text for line in lines[:at])
            below = lines[at + 1 :]
            if all(line.text[:_COMPARED] in above for line in below):
                account.mark_furniture("trailer", below)
                return lines[: at + 1]
    return lines


def _without_trailer(line: Line, account: Account) -> Line:
    """Return the last line without a dump's columns, date or quotation mark after a name."""
    while (start := _start_of_trailer(line.text)) is not None:
        account.mark_furniture("trailer", [line.tail(start)])
        line = line.head(start)
    return line


def _start_of_trailer(text: str) -> int | None:
    """Return the start of the trailer after a name."""
    found = None if text.isalpha() else _TRAILER.search(text)
    if found:
        start = found.start()
    elif text.endswith(' "') and text.count('"') % _FEWEST:
        start = len(text) - 1
    else:
        behind = _BEHIND_NAME.search(text) if text[-1] in _LAST else None
        balanced = behind is not None and text[-1] in _QUOTES and _is_balanced(text)
        return behind.start("behind") if behind and not balanced else None
    return start if _NAME_BEFORE.search(text[:start].rstrip(" .")) else None


def _is_balanced(text: str) -> bool:
    """Whether every quotation mark in the line has its counterpart there."""
    return text.count('"') % _FEWEST == 0 and text.count("“") == text.count("”")
