"""Empty lines that a copy put behind every line: double spacing, ``CR CR LF``, pages' rows."""

from __future__ import annotations

from itertools import pairwise

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Lines
from cableconv.vocabulary.sentences import is_finished

_FEWEST = 8  # lines
_AFTER_END = 2  # lines below the signature: a page's end mark has its own distance
_SHARE = 4  # of a wrapped text's lines, one at least is broken inside a sentence
_FULL = 40  # characters: a shorter line was not wrapped
_LONGEST_WRAPPED = 100  # characters: nor was a longer one


def close_up(lines: Lines, account: Account) -> Lines:
    """The lines with the gaps they had before, where each line end became the same number of them.

    Of double spacing, lines of one paragraph are one empty line apart, paragraphs three; without
    such wider gaps, each line may be a paragraph.  A page may print the header above without it.
    """
    start = _first_apart(lines)
    spaced = lines[start:]
    if len(spaced) < _FEWEST or (start > 1 and len(spaced) <= start):
        return lines
    wrapped = _is_wrapped(spaced)
    gaps = {line.gap for line in (spaced[:-_AFTER_END] if wrapped else spaced)}
    times = min(gaps) + 1
    if len(gaps) == 1 or any((gap + 1) % times for gap in gaps) or (start > 1 and not wrapped):
        return lines
    closed = (line.with_gap(max((line.gap + 1) // times - 1, 0)) for line in spaced)
    return [*lines[:start], *closed]


def _first_apart(lines: Lines) -> int:
    """Return the first line from which on an empty one precedes each."""
    return next((at for at in range(len(lines) - 1, 0, -1) if not lines[at].gap), 0) + 1


def _is_wrapped(lines: Lines) -> bool:
    """Whether the lines are short, and many of them go on with the sentence above."""
    if any(len(line.text) > _LONGEST_WRAPPED for line in lines):
        return False
    broken = sum(
        len(above.text) > _FULL and not is_finished(above.text) for above, _ in pairwise(lines)
    )
    return broken * _SHARE >= len(lines)
