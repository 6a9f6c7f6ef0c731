"""Empty lines that a copy put behind every line: double spacing, ``CR CR LF``, pages' rows."""

from __future__ import annotations

from itertools import pairwise

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.header_start import is_dated, is_origin
from cableconv.parser.lexer.lines import Lines
from cableconv.vocabulary.sentences import is_finished

_FEWEST = 8  # lines
_AFTER_END = 2  # lines below the signature: a page's end mark has its own distance
_TITLE = 3  # lines
_SHARE = 4  # of a wrapped text's lines, one at least is broken inside a sentence
_FULL = 40  # characters: a shorter line was not wrapped
_LONGEST_WRAPPED = 100  # characters: nor was a longer one


def close_up(lines: Lines, account: Account) -> Lines:
    """The lines with the gaps they had before, where each line end became the same number of them.

    Of double spacing, lines of one paragraph are one empty line apart, paragraphs three; without
    such wider gaps, each line may be a paragraph, unless the header's lines, which no sender parts,
    are as far apart.  A page may print the header above without it.
    """
    start = _first_apart(lines)
    spaced = lines[start:]
    if len(spaced) < _FEWEST or (start > 1 and len(spaced) <= start):
        return lines
    wrapped = _is_wrapped(spaced)
    gaps = {line.gap for line in (spaced[:-_AFTER_END] if wrapped else spaced)}
    times = min(gaps) + 1
    if times > 1 and len(gaps) == 1 and _is_whole(start, lines[start - 1 :]):
        return [*lines[:start], *(line.with_gap(0) for line in spaced)]
    if len(gaps) == 1 or any((gap + 1) % times for gap in gaps) or (start > 1 and not wrapped):
        return lines
    closed = (line.with_gap(max((line.gap + 1) // times - 1, 0)) for line in spaced)
    return [*lines[:start], *closed]


def _first_apart(lines: Lines) -> int:
    """Return the first line from which on an empty one precedes each."""
    return next((at for at in range(len(lines) - 1, 0, -1) if not lines[at].gap), 0) + 1


def _is_whole(start: int, lines: Lines) -> bool:
    """Whether the header is among the lines, or only a page's title above those of sentences.

    The line FM is below a date-time group (ACP 127 para 142).
    """
    if any(is_origin(below.text) and is_dated(above.text) for above, below in pairwise(lines)):
        return True
    return start <= _TITLE and _breaks_sentences(lines)


def _is_wrapped(lines: Lines) -> bool:
    """Whether the lines are short, and many of them go on with the sentence above."""
    short = all(len(line.text) <= _LONGEST_WRAPPED for line in lines)
    return short and _breaks_sentences(lines)


def _breaks_sentences(lines: Lines) -> bool:
    broken = sum(
        len(above.text) > _FULL and not is_finished(above.text) for above, _ in pairwise(lines)
    )
    return broken * _SHARE >= len(lines)
