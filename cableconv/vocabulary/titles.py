"""Words of titles and offices, which accompany names in Classified By."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cableconv.patterns import pattern
from cableconv.vocabulary.edit_distance import damerau_levenshtein, within_one_edit
from cableconv.vocabulary.tables import rows

_APOSTROPHES = str.maketrans("’`,", "'''")
_AFFAIRES = pattern(r"(?:de?\W*)?aff?a?[ia]?[aeir]{1,3}s\.?$")
_LAST_PARTS = (
    "att", "attache", "cda", "charge", "chargee", "chief", "conoff", "coun", "couns", "counselor",
    "counsellor", "dcm", "dir", "director", "eco", "econ", "gen", "mc", "mil", "min", "off",
    "officer", "pao", "polad", "rep", "sec", "spec",
)  # fmt: skip
# Emil and Amin are names
_COMPOUND = pattern(
    rf"""(?![ae]mi[ln]$)(?:a|ad|d|dep|act)?
    (?:pol|econ?|ec|mil|comm?|cons|con|pub|adm|mgt|sci|ag|info|fin|reg|min|dip|perm|lab|esth?|emb|am|p|e)*
    (?:{"|".join(_LAST_PARTS)})s?$""",
    re.VERBOSE,
)
_CAMEL = pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONG = 6
_VERY_LONG = 9
_TWO = 2
_POSITIONS = (
    "acting",
    "charge",
    "chief",
    "consul",
    "couns",
    "deputy",
    "econ",
    "general",
    "officer",
)


@cache
def _kinds() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("titles")}


@lru_cache(maxsize=4096)
def is_title(word: str) -> bool:
    """Whether a word (in any case, with a small misspelling) belongs to a title or office."""
    bare = word.lower().translate(_APOSTROPHES)
    return (
        bare in _kinds()
        or _AFFAIRES.match(bare) is not None
        or _is_compound(word, bare)
        or (len(bare) > _LONG and _is_near(bare))
    )


def may_be_name(word: str) -> bool:
    """Whether a title's word is also a surname (West, Law, Min)."""
    return _kinds().get(word.lower()) == "either"


def is_office(word: str) -> bool:
    """Whether a word, with a comma or not, belongs to a title, and is no surname."""
    bare = word.rstrip(",")
    return is_title(bare) and not may_be_name(bare)


def is_misspelt_title(word: str) -> bool:
    """Whether a short word is one letter away from a position (CIEF), as names may be too."""
    small = word.lower()
    return small not in _POSITIONS and any(within_one_edit(known, small) for known in _POSITIONS)


def title_glued_to_name(word: str) -> int:
    """Return the start of the name in a word such as ``AmbassadorFenwick``; 0 for others."""
    if word[1:].islower() or word.isupper():
        return 0
    pieces = _CAMEL.findall(word)
    first = len(pieces[0]) if pieces else 0
    glued = len(pieces) > 1 and "".join(pieces) == word and first > 2 and not is_title(word)
    return first if glued and is_title(pieces[0]) and not may_be_name(pieces[0]) else 0


def _is_compound(word: str, bare: str) -> bool:
    """Whether short forms are run together: Polmincouns, EconOff, DepPolCouns."""
    may_end = len(bare) > 3 and bare.removesuffix("s").endswith(_LAST_PARTS)
    if may_end and bare[0].isalpha() and _COMPOUND.match(bare):
        return True
    pieces = _CAMEL.findall(word)
    return (
        len(pieces) > 1
        and "".join(pieces) == word
        and all(len(piece) > 1 and piece.lower() in _kinds() for piece in pieces)
        and not all(may_be_name(piece) for piece in pieces[1:])
    )


def _is_near(word: str) -> bool:
    """Whether a long title word is one wrong letter away, or two for a longer one."""
    if any(within_one_edit(known, word) for known in _alike(word, 1)):
        return True
    return len(word) >= _VERY_LONG and any(
        damerau_levenshtein(known, word) <= _TWO
        for known in _alike(word, _TWO)
        if known[0] == word[0] and len(known) >= _VERY_LONG
    )


def _alike(word: str, most: int) -> Iterator[str]:
    """Yield the long title words of about its length, with its first letter or its last.

    One wrong letter leaves one of the two as it is; names, which are like no title, are many.
    """
    first, last, length = word[0], word[-1], len(word)
    for known in _long_words(range(length - most, length + most + 1)):
        if known[0] == first or known[-1] == last:
            yield known


@cache
def _long_words(lengths: range) -> tuple[str, ...]:
    return tuple(sorted(word for word in _kinds() if len(word) > _LONG and len(word) in lengths))
