"""TAGS: Traffic Analysis by Geography and Subject (5 FAH-3 H-010)."""

from __future__ import annotations

from functools import cache

from cableconv.vocabulary.tables import rows


@cache
def kinds() -> dict[str, str]:
    """Code -> ``subject``, ``program``, ``place`` or ``organization``."""
    return {row["code"]: row["kind"] for row in rows("tags")}


def is_code(word: str) -> bool:
    """Whether a word is a code of the table, in capitals."""
    return word in kinds()


@cache
def split_glued(word: str) -> tuple[str, ...] | None:
    """The codes that a word is made of, the four-letter ones first; ``None`` where it isn't."""
    if word in kinds():
        return (word,)
    for length in (4, 2, 3, 5):
        head, rest = word[:length], word[length:]
        if rest and head in kinds() and (tail := split_glued(rest)):
            return (head, *tail)
    return None
