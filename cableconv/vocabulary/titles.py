"""Words of titles and offices, which stand beside names in Classified By."""

from __future__ import annotations

import re
from functools import cache

from cableconv.vocabulary.tables import rows

_APOSTROPHES = re.compile(r"[’`,]")
_LONG = 6


@cache
def _words() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("titles"))


def is_title(word: str) -> bool:
    """Whether a word (in any case, with a small misspelling) belongs to a title or office."""
    bare = _APOSTROPHES.sub("'", word.lower())
    return bare in _words() or (len(bare) > _LONG and _is_near(bare))


@cache
def _is_near(word: str) -> bool:
    """Within one letter lost, added, changed or swapped of a long title word."""
    lengths = (len(word) - 1, len(word), len(word) + 1)
    return any(_one_edit(known, word) for known in _long_words() if len(known) in lengths)


@cache
def _long_words() -> tuple[str, ...]:
    return tuple(sorted(word for word in _words() if len(word) > _LONG))


def _one_edit(one: str, other: str) -> bool:
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    changed = left[1:] == right[1:]
    lost_or_added = left[1:] == right or left == right[1:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return changed or lost_or_added or swapped
