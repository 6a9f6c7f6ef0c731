"""Numbers that a program printed before each line: ``cat -n``, an editor, a reading room's copy.

An editor of documents may print them before every fifth line alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line, Lines, without_empty
from cableconv.patterns import pattern

# a stop or a bracket behind the number would make it a paragraph's
_NUMBERED = pattern(r"(?P<number>\d{1,5})(?:\s?[:|](?=\s|$)|(?=\s|$))\s?")
_FEWEST = 8  # lines
_SHARE = 0.9  # of all lines: a line that was wrapped again has none
_STEP = 5
_FIRST = "5"
_FEWEST_STEPS = 3

_Numbers = Sequence[re.Match[str] | None]


def take_line_numbers(lines: Lines, account: Account) -> Lines:
    """The lines without such numbers, where they count the lines from the first one on."""
    if len(lines) < _FEWEST:
        return lines
    if lines[0].text[0].isdecimal() and lines[1].text[0].isdecimal():
        found = _of_all(lines)
        return _taken(lines, found, account) if found else lines
    if any(line.text[0] == _FIRST for line in lines[:_STEP]):
        found = _of_every_fifth(lines)
        return _taken(lines, found, account, is_in_margin=True) if found else lines
    return lines


def _of_all(lines: Lines) -> _Numbers:
    """Return each line's number, if nearly all have that of the line above and one."""
    found = [_NUMBERED.match(line.text) for line in lines]
    if found[0] is None or _counted(lines, found) < _SHARE * (len(lines) - 1):
        return ()
    return found


def _counted(lines: Lines, found: _Numbers) -> int:
    """How many lines have the number of the line above and one; empty lines may count as well."""
    counted = 0
    before = found[0]
    for line, number in zip(lines[1:], found[1:], strict=True):
        if number and before:
            step = int(number["number"]) - int(before["number"])
            counted += step in (1, 1 + line.gap)
        before = number or before
    return counted


def _of_every_fifth(lines: Lines) -> _Numbers:
    """Return 5, 10, 15 ... where five lines lie between them; empty lines may count as well."""
    found = [_NUMBERED.match(line.text) for line in lines]
    start = next((at for at, each in enumerate(found) if each and each["number"] == _FIRST), 0)
    texts = range(1, len(lines) + 1)
    places = [*accumulate(line.gap + 1 for line in lines)]
    for counted in (texts, places):
        fifths = [
            each if each and int(each["number"]) - _STEP == at - counted[start] else None
            for each, at in zip(found, counted, strict=True)
        ]
        if len(fifths) - fifths.count(None) >= max(_FEWEST_STEPS, _SHARE * (counted[-1] // _STEP)):
            return fifths
    return ()


def _taken(lines: Lines, found: _Numbers, account: Account, *, is_in_margin: bool = False) -> Lines:
    """Return the lines without their numbers; in a margin, the other lines are indented too."""
    taken: Lines = []
    for line, number in zip(lines, found, strict=True):
        if number is None:
            taken.append(line)
            continue
        rest = _without(line, number, account)
        width = line.indent + number.end() if is_in_margin else 0
        taken.append(replace(rest, indent=rest.indent + width, gap=line.gap))
    return without_empty(taken)


def _without(line: Line, number: re.Match[str], account: Account) -> Line:
    """Return the line's own text; what follows the number's one blank is its indent."""
    account.mark_furniture("line-number", [line.head(number.end())])
    rest = line.tail(number.end())
    return replace(rest, indent=rest.start - line.start - number.end())
