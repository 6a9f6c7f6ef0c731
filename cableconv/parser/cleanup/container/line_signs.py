"""A sign before each line, as where a converter made a list of them: ``- FM AMEMBASSY OSLO``.

A cable has such signs before items, but none before the lines of its header or preface.
"""

from __future__ import annotations

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line, Lines, without_empty

_SIGNS = frozenset("-*+•|")
_CLOSED = "|"  # a cell of a table with one column
_FEWEST = 8  # lines
_SHARE = 0.9  # of all lines: a page has others above and below
_LABELS = ("FM ", "TAGS:", "SUBJECT:", "TAGS ", "SUBJ:")


def take_line_signs(lines: Lines, account: Account) -> Lines:
    """The lines without such signs, where nearly all lines have one, a label's among them."""
    if len(lines) < _FEWEST:
        return lines
    sign = lines[len(lines) // 2].text[0]
    if sign not in _SIGNS or lines[len(lines) // 3].text[0] != sign:
        return lines
    marked = [line.text[1:].lstrip() for line in lines if line.text[0] == sign]
    if len(marked) < _SHARE * len(lines) or not any(text.startswith(_LABELS) for text in marked):
        return lines
    return without_empty(
        _without(line, sign, account) if line.text[0] == sign else line for line in lines
    )


def _without(line: Line, sign: str, account: Account) -> Line:
    """Return the text behind the sign, or between two of them."""
    account.mark_furniture("line-sign", [line.head(1)])
    rest = line.tail(1)
    if sign == _CLOSED and rest.text.endswith(_CLOSED):
        account.mark_furniture("line-sign", [rest.tail(len(rest.text) - 1)])
        rest = rest.head(len(rest.text) - 1)
    return rest.with_gap(line.gap)
