"""Lines whose breaks a sender meant: participants, an address, a record, posts with their years."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import ends_sentence
from cableconv.patterns import pattern
from cableconv.vocabulary.labelled_lines import is_labelled

_SHORT = 0.65  # of the width: a line of a list is shorter
_ROOM = 2  # characters: some senders wrapped a little earlier
_FEWEST_ENTRIES = 3
_FEWEST_ANNOUNCED = 2
_LONGEST = 40  # lines of a list that are looked at
_LONGEST_LABEL = 40  # characters
_SENTENCE_ENDS = pattern(r"[a-z\d)]{3}\.\s+[A-Z]")  # inside a line of running text


def texts_from(lines: Sequence[Line], index: int, numbered: Collection[int]) -> list[str]:
    """Return a line and those below it, down to an empty one, a page mark or a number."""
    texts = [lines[index].text]
    for at in range(index + 1, min(index + _LONGEST, len(lines))):
        if lines[at].gap or lines[at].cut or at in numbered:
            break
        texts.append(lines[at].text)
    return texts


def begins_list(texts: Sequence[str], width: int) -> bool:
    """Whether lines below a colon are not its sentence: two short ones, or entries."""
    short = all(len(text) < _SHORT * width for text in texts[:2])
    return len(texts) > 1 and (short or are_entries(texts, width))


def is_list(texts: Sequence[str], width: int, announced: bool) -> bool:
    """Whether lines are short, or all labelled, or entries; ``announced``: a colon is above."""
    if max(map(len, texts)) < _SHORT * width or all(map(is_labelled, texts)):
        return True
    may_be_two = announced and not any(map(ends_sentence, texts))
    return are_entries(texts, width, _FEWEST_ANNOUNCED if may_be_two else _FEWEST_ENTRIES)


def are_entries(texts: Sequence[str], width: int, fewest: int = _FEWEST_ENTRIES) -> bool:
    """Whether lines are entries: nothing made the sender break most of them, or any in capitals.

    Such a line begins like an entry, though its first word had room on the line above; some
    entries are wrapped.
    """
    if len(texts) < fewest or any(map(_SENTENCE_ENDS.search, texts)):
        return False
    early = 0
    for above, text in pairwise(texts):
        if len(above) + 1 + len(text.split(None, 1)[0]) <= width - _ROOM:
            if text[0].islower():
                return False
            early += 1
    wrapped = len(texts) - 1 - early
    return early >= fewest - 1 and (wrapped < early if _is_mixed(texts) else not wrapped)


def opens_part(text: str, before: str) -> bool:
    """Whether a line below an empty one opens a part, though the text above it has no full stop.

    It is a label alone (``Other posts:``), or in capitals below a text in mixed case.
    """
    if text[0].islower() or ends_sentence(text):
        return False
    is_label = text[-1] == ":" and len(text) <= _LONGEST_LABEL
    return is_label or (text.isupper() and not before.isupper() and before[-1].isalpha())


def _is_mixed(texts: Sequence[str]) -> bool:
    """Whether lower-case letters below a title in capitals show which lines go on."""
    return not any(map(str.isupper, texts[1:]))
