"""Words with an unusual number of capitals."""

from __future__ import annotations

from functools import cache

from cableconv.patterns import pattern
from cableconv.vocabulary.tables import rows

_VOWEL = pattern("[AEIOUYÀ-ÿ]")
_UNSPEAKABLE = pattern(r"(?=.{4,6}$).*[^AEIOUYÀ-ÿ]{5}")
_ROMAN = pattern(r"X{0,3}(?:IX|IV|V?I{1,3}|VI{0,3}|V)?")
_NAMES_TOO = frozenset({"XI", "I", "V", "X"})
_GOVERNMENT = pattern(r"GO[A-Z]{1,2}")
_MC = pattern(r"MC[A-Z]{3,}")


def form_of(word: str) -> str | None:
    """Return the usual spelling of a word in capitals; ``None`` if unknown.

    The table has acronyms and abbreviations, which imply plurals (``NGOs``).  An
    unpronounceable word is an acronym, and so is the government of a country (``GOC``).
    """
    if word in _forms():
        return _forms()[word]
    singular = _forms().get(word[:-1])
    if word.endswith("S") and singular and singular.isupper():
        return f"{singular}s"
    if _MC.fullmatch(word):
        return f"Mc{word[2:].capitalize()}"
    return word if len(word) > 1 and _is_acronym(word) else None


def _is_acronym(word: str) -> bool:
    return (
        not _VOWEL.search(word)
        or _UNSPEAKABLE.match(word) is not None
        or _GOVERNMENT.fullmatch(word) is not None
        or _is_roman(word)
    )


def _is_roman(word: str) -> bool:
    return word not in _NAMES_TOO and _ROMAN.fullmatch(word) is not None


@cache
def _forms() -> dict[str, str]:
    return {row["word"]: row["form"] for row in rows("capitals")}
