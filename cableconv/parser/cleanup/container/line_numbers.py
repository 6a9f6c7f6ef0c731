"""Numbers that a program printed before each line: ``cat -n``, an editor, a reading room's copy."""

from __future__ import annotations

import re

from msgspec.structs import replace

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line, Lines, without_empty
from cableconv.patterns import pattern

# a stop or a bracket behind the number would make it a paragraph's
_NUMBERED = pattern(r"(?P<number>\d{1,5})(?:\s?[:|](?=\s|$)|(?=\s|$))\s?")
_FEWEST = 8  # lines
_SHARE = 0.9  # of all lines: a line that was wrapped again has none


def take_line_numbers(lines: Lines, account: Account) -> Lines:
    """The lines without such numbers, where they count the lines from the first one on."""
    if len(lines) < _FEWEST or not all(line.text[0].isdecimal() for line in lines[:2]):
        return lines
    found = [_NUMBERED.match(line.text) for line in lines]
    if found[0] is None or _counted(lines, found) < _SHARE * (len(lines) - 1):
        return lines
    return without_empty(
        _without(line, number, account).with_gap(line.gap) if number else line
        for line, number in zip(lines, found, strict=True)
    )


def _counted(lines: Lines, found: list[re.Match[str] | None]) -> int:
    """How many lines have the number of the line above and one; empty lines may count as well."""
    counted = 0
    before = found[0]
    for line, number in zip(lines[1:], found[1:], strict=True):
        if number and before:
            step = int(number["number"]) - int(before["number"])
            counted += step in (1, 1 + line.gap)
        before = number or before
    return counted


def _without(line: Line, number: re.Match[str], account: Account) -> Line:
    """Return the line's own text; what follows the number's one blank is its indent."""
    account.mark_furniture("line-number", [line.head(number.end())])
    rest = line.tail(number.end())
    return replace(rest, indent=rest.start - line.start - number.end())
