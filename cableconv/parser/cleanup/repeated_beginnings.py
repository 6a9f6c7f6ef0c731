"""A paragraph's first line, printed again with ``Q`` where the pilcrow was.

Some posts' software sent it so, and the page shows both: ``¶7. (C) The keeper of the`` above
``Q7. (C) The keeper of the``, from which the paragraph goes on.
"""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern

_AGAIN = pattern(r"Q(?=\d{1,2}\.\s+\()")


def take_repeated_beginnings(lines: Lines, account: Account) -> Lines:
    """Return the lines without those repetitions, each of which becomes furniture."""
    if _AGAIN.search(account.text) is None:
        return lines
    kept: Lines = []
    for line in lines:
        kept += _without_repetition(line, kept[-1] if kept else None, account)
    return kept


def _without_repetition(line: Line, above: Line | None, account: Account) -> Iterator[Line]:
    """Yield what a line has beside a repetition: of the line above, or of its own beginning."""
    found = _AGAIN.search(line.text)
    start = found.start() if found else 0
    first = line.head(start) if start else above
    beginning = first.text.lstrip("¶ ") if first else ""
    end = start + 1 + len(beginning)
    if not (found and beginning and line.text[start + 1 : end] == beginning):
        yield line
        return
    if start:
        yield line.head(start)
    account.mark_furniture("repeated-line", [line.piece(start, end)])
    if line.text[end:].strip():
        yield line.tail(end)
