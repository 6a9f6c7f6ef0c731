"""Finds the names in a title's text, as Classified By has names and titles in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from cableconv.patterns import pattern
from cableconv.vocabulary import stations
from cableconv.vocabulary.titles import is_misspelt_title, is_title, may_be_name

SUFFIX = pattern(r"(?:JR|SR|I{2,3}|IV)\.?$", re.IGNORECASE)
_INITIALS = pattern(r"(?:[A-Z]\.-?){1,4}[A-Z]?$|[A-Z]{1,2}$")
_REDACTED = pattern(r"X{4,}$", re.IGNORECASE)
_ABBREVIATED = pattern(r"[A-Z][a-z]{1,3}\.$")
_QUOTES = "\"“”'‘’`"
_PARTICLES = frozenset(
    ("al", "bin", "da", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el",
     "ibn", "la", "le", "ter", "van", "von", "zu")
)  # fmt: skip
_PREPOSITIONS = frozenset(("for", "of", "to", "in", "at", "on", "from"))
_JOINING = _PREPOSITIONS | {"and", "&"}
_ARTICLE = pattern(r"(?:al|el|as|ad|ul|[dlt])[-'’][A-Z]")
_SEATS = frozenset(
    ("ait", "amconsul", "amembassy", "congen", "consulate", "embassy", "mission", "prt",
     "usmission")
)  # fmt: skip
_FUNCTION_WORDS = _PREPOSITIONS | frozenset(
    ("a", "acting", "an", "and", "as", "based", "by", "citing", "due", "is", "or", "per", "reason",
     "reasons", "the", "this", "under", "was", "with")
)  # fmt: skip
_SURNAME_IN_CAPITALS = 4


class Case(msgspec.Struct, frozen=True):
    """Which words can be names by their letters: ``AMB`` is one only among capitals."""

    capitals: bool
    small: bool = False


class Run(msgspec.Struct, frozen=True):
    """Words of a piece that may be a name, from ``begin`` to before ``end``."""

    words: tuple[str, ...]
    begin: int
    end: int
    strength: int


def runs_of(words: Sequence[str], case: Case) -> Iterator[Run]:
    """Yield the groups of ``words`` that can be names, each with its strength."""
    at = 0
    while at < len(words):
        end, named = at, False
        while end < len(words) and _goes_on(words, at, end, named, case):
            named = named or _is_name(words[end], case)
            end += 1
            if _ends(words[end - 1], end - at):
                break
        begin, last = _trimmed(words, at, end)
        if strength := _strength(words, begin, last, trimmed=begin > at):
            yield Run(tuple(words[begin:last]), begin, last, strength)
        at = max(end, at + 1)


def _goes_on(words: Sequence[str], at: int, end: int, named: bool, case: Case) -> bool:
    """Whether the word at ``end`` belongs to the name that begins at ``at``.

    ``named``: one of the words before it can be a name by itself.
    """
    word = words[end]
    if named and _is_surname(words, end):
        return True
    if is_title_word(word):
        return False
    if named and _stands_out(word) and end - at == 1:
        return True
    return _is_name(word, case) or _bare(word).lower() in _PARTICLES


def _is_surname(words: Sequence[str], at: int) -> bool:
    """Whether it is a title's word that ends a piece after a given name."""
    last = at + 1 == len(words) or SUFFIX.match(words[at + 1]) is not None
    return last and may_be_name(words[at].strip(".")) and words[at][0].isupper()


def _stands_out(word: str) -> bool:
    """Whether it is a surname in capitals after a given name that isn't."""
    bare = _bare(word)
    return bare.isalpha() and bare.isupper() and len(bare) >= _SURNAME_IN_CAPITALS


@lru_cache(maxsize=4096)  # like is_title_word
def _is_name(word: str, case: Case) -> bool:
    bare = _bare(word)
    if not bare or is_title_word(word) or not _is_spelt(bare):
        return False
    if _REDACTED.match(bare) or _INITIALS.match(word) or SUFFIX.match(bare):
        return bare[0].isupper() or bool(_REDACTED.match(bare))
    if bare.lower() in _FUNCTION_WORDS or not any(vowel in bare.lower() for vowel in "aeiouy0"):
        return not bare.isupper() and bare[0].isupper() and bare.lower() not in _FUNCTION_WORDS
    if case.small or (bare[0].islower() and _ARTICLE.match(bare)):
        return True
    return bare[0].isupper() and (case.capitals or not bare.isupper())


def _is_spelt(word: str) -> bool:
    return word[0].isalpha() and all(letter.isalpha() or letter in "'’`.-0" for letter in word)


@lru_cache(maxsize=4096)  # each word is examined from several beginnings
def is_title_word(word: str) -> bool:
    """Whether it is a word of a title or an office; a slash joins offices, a hyphen titles."""
    bare = word.strip(".,;:" + _QUOTES)
    if not bare or any(letter.isdecimal() and letter != "0" for letter in bare) or "/" in bare:
        return True
    if is_title(bare) or is_title(bare.replace("0", "o")):
        return not _INITIALS.fullmatch(word) or len(bare) > 1
    pieces = bare.split("-")
    return len(pieces) > 1 and all(is_title(piece) for piece in pieces if piece)


def _ends(word: str, length: int) -> bool:
    """Whether a full stop after the word ends a possible name."""
    if not word.endswith(".") or _INITIALS.match(word) or SUFFIX.match(word):
        return False
    return length > 1 or not _ABBREVIATED.match(word)


def _trimmed(words: Sequence[str], begin: int, end: int) -> tuple[int, int]:
    """Remove a final particle, and a rest of a title before a complete name."""
    while end > begin and words[end - 1] in _PARTICLES:
        end -= 1
    before = {word.lower() for word in words[max(begin - 2, 0) : begin]}
    for length in range(end - begin - 1, 0, -1):
        if before & _SEATS and _is_place(words[begin : begin + length]):
            return begin + length, end
    if end - begin > 2 and not _INITIALS.match(words[begin + 1]):
        office = begin > 0 and words[begin - 1].lower() in _JOINING
        begin += office or is_misspelt_title(words[begin])
    return begin, end


def _strength(words: Sequence[str], begin: int, end: int, trimmed: bool) -> int:
    """Return 3 for given name and surname, 2 for one name after a title, 1 for less, 0 for none."""
    name = words[begin:end]
    if not any(len(_bare(word).strip(".")) > 2 for word in name) and len(name) < 2:
        return 0
    if all(_INITIALS.match(word) for word in name) or _is_place(name):
        return 0
    if is_redacted(name):
        return 3
    before = words[begin - 1].lower().strip(".,") if begin else ""
    if len(name) == 1:
        doubtful = not before or is_misspelt_title(name[0])
        return 0 if before in _JOINING | _SEATS else 1 if doubtful else 2
    if before in _JOINING:
        return 2 if trimmed else 1
    return 3


def is_initials(word: str) -> bool:
    """Whether it is one or more initials of given names."""
    return _INITIALS.match(word) is not None


def is_redacted(name: Sequence[str]) -> bool:
    """Whether a name was crossed out by the publisher."""
    return any(_REDACTED.match(word) for word in name)


def _is_place(words: Sequence[str]) -> bool:
    """Whether it is the place of the embassy, not a name."""
    return stations.canonical("".join(words)) in stations.known()


def _bare(word: str) -> str:
    return word.strip(_QUOTES)
