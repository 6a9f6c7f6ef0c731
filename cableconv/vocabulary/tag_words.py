"""Splits a printed word of the TAGS line into codes."""

from __future__ import annotations

from cableconv.patterns import pattern
from cableconv.vocabulary import tags

_MARKS = pattern(r"[/\\.|+*&_–—-]+")
_SHAPE = pattern(r"[A-Z][A-Z0-9]{1,4}")


def codes_in(word: str) -> tuple[str, ...] | None:
    """Return the codes of a word in capitals, or None if it has none.

    It may be one code, several with a mark between them (``PREL/PGOV``) or without
    (``PRELPGOV``), or a hyphenated one (``PG-OV``).  If a known subject is among the parts,
    its neighbours count as codes as well.
    """
    if tags.is_code(word):
        return (word,)
    parts = [part for part in _MARKS.split(word) if part]
    if len(parts) > 1:
        return _marked(parts) or _broken(parts)
    return tags.split_glued(word)


def _marked(parts: list[str]) -> tuple[str, ...] | None:
    found = tuple(code for part in parts for code in tags.split_glued(part) or (part,))
    if all(map(tags.is_code, found)):
        return found
    shaped = all(_SHAPE.fullmatch(code) for code in found)
    return found if shaped and any(map(tags.is_subject, found)) else None


def _broken(parts: list[str]) -> tuple[str, ...] | None:
    whole = "".join(parts)
    return (whole,) if len(whole) > 3 and tags.is_code(whole) else None
