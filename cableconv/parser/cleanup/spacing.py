"""Empty lines that a copy put behind every line: double spacing, ``CR CR LF``, pages' rows."""

from __future__ import annotations

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Lines

_FEWEST = 8  # lines


def close_up(lines: Lines, account: Account) -> Lines:
    """The lines with the gaps they had before, where each line end became the same number of them.

    Of double spacing, lines of one paragraph are one empty line apart, paragraphs three; without
    such wider gaps, each line may be a paragraph.
    """
    if len(lines) < _FEWEST or not all(line.gap for line in lines[1:]):
        return lines
    gaps = {line.gap for line in lines[1:]}
    times = min(gaps) + 1
    if len(gaps) == 1 or any((gap + 1) % times for gap in gaps):
        return lines
    first, *rest = lines
    return [first, *(line.with_gap((line.gap + 1) // times - 1) for line in rest)]
