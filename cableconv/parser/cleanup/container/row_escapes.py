"""Signs at the ends of lines: an export's backslashes, or the bars of a Markdown table."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Lines, without_empty
from cableconv.patterns import pattern

_LAST_SIGN = pattern(r"\\[bfv]$")  # a control character as PostgreSQL's COPY writes it
_FEWEST = 4  # lines: with fewer a backslash may be the text's
_SHARE = 0.75  # of the row's lines: those that were wrapped again have none
_BAR = "|"
_TABLE = pattern(r"\|?\s*:?-{3,}:?\s*\|[\s|:-]*$")


def take_line_ends(lines: Lines, account: Account) -> Lines:
    """The lines without them, where nearly every line of a row has one, from first to last.

    A bar is one where it ends the only cell of a row, below a Markdown table's head.  A line of
    one sign alone is empty.
    """
    if "\\" in account.text:
        ended = [at for at, line in enumerate(lines) if line.text.endswith("\\")]
        if len(ended) >= _FEWEST and len(ended) >= _SHARE * (ended[-1] - ended[0]):
            lines = _without_last_sign(lines, ended, account)
            return _without_control_sign(lines, account)
    if "|" in account.text and "--|" in account.text:  # a bar alone is found faster
        return _without_last_sign(lines, _lone_cells(lines), account)
    return lines


def _without_control_sign(lines: Lines, account: Account) -> Lines:
    """Return the lines without the escaped control character that ends a row: ``WRAY \\v``."""
    last = lines[-1]
    found = _LAST_SIGN.search(last.text)
    if found is None:
        return lines
    account.mark_furniture("line-end", [last.tail(found.start())])
    rest = last.head(found.start())
    return [*lines[:-1], rest] if rest.text else lines[:-1]


def _lone_cells(lines: Lines) -> list[int]:
    head = next((at for at, line in enumerate(lines) if _TABLE.match(line.text)), len(lines))
    return [
        at
        for at, line in enumerate(lines)
        if at > head and line.text.endswith(_BAR) and line.text.find(_BAR) == len(line.text) - 1
    ]


def _without_last_sign(lines: Lines, places: Sequence[int], account: Account) -> Lines:
    ended = set(places)
    kept: Lines = []
    for at, line in enumerate(lines):
        if at in ended:
            account.mark_furniture("line-end", [line.tail(len(line.text) - 1)])
        kept.append(line.head(len(line.text) - 1) if at in ended else line)
    return without_empty(kept)
