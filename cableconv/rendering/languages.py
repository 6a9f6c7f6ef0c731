"""The language of a quotation, if its opening line names one: ``BEGIN SPANISH TEXT``."""

from __future__ import annotations

from functools import cache

from cableconv.patterns import pattern
from cableconv.vocabulary.tables import rows

_WORD = pattern(r"[A-Z]+")
_TRANSLATED = ("TRANSLAT", "UNOFFICIAL", "INFORMAL")
"""Words that show that a text is no longer in the language it names."""


def language_of(opening: str | None) -> str | None:
    """Return the language's tag (BCP 47); None if no language, or more than one, is named."""
    words = set(_WORD.findall((opening or "").upper()))
    if any(word.startswith(_TRANSLATED) for word in words):
        return None
    named = {_tags()[word] for word in words if word in _tags()}
    return named.pop() if len(named) == 1 else None


@cache
def _tags() -> dict[str, str]:
    return {row["name"]: row["tag"] for row in rows("languages")}
