"""TAGS: Traffic Analysis by Geography and Subject (5 FAH-3 H-010)."""

from __future__ import annotations

from functools import cache

from cableconv.vocabulary.tables import rows


@cache
def kinds() -> dict[str, str]:
    """Code -> ``subject``, ``program``, ``place``, ``region`` or ``organization``."""
    return {row["code"]: row["kind"] for row in rows("tags")}


def is_code(word: str) -> bool:
    """Whether a word is a code of the table, in capitals."""
    return word in kinds()


@cache
def split_glued(word: str) -> tuple[str, ...] | None:
    """The codes that a word is made of: four letters each, the last one any; else ``None``."""
    if word in kinds():
        return (word,)
    head, rest = word[:4], word[4:]
    if rest and head in kinds() and (tail := split_glued(rest)):
        return (head, *tail)
    return None
