"""Backslashes at the end of each line, left by an export of database rows."""

from __future__ import annotations

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line, Lines

_FEWEST = 4  # lines: with fewer a backslash may be the text's
_SHARE = 0.75  # of the row's lines: those that were wrapped again have none


def take_line_ends(lines: Lines, account: Account) -> Lines:
    """The lines without them, where nearly every line of a row has one, from first to last.

    A line of one alone is empty.
    """
    if "\\" not in account.text:
        return lines
    ended = [at for at, line in enumerate(lines) if line.text.endswith("\\")]
    if len(ended) < _FEWEST or len(ended) < _SHARE * (ended[-1] - ended[0]):
        return lines
    kept: Lines = []
    gap = 0
    for line in lines:
        if line.text.endswith("\\"):
            account.mark_furniture("line-end", [Line(line.end - 1, "\\")])
            line = line.head(len(line.text) - 1)
        gap += line.gap
        if line.text:
            kept.append(line.with_gap(gap))
            gap = 0
        else:
            gap += 1
    return kept
