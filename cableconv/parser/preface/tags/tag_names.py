"""TAGS other than codes: persons, and names of one word or several.

A person is written ``SURNAME, GIVEN`` with or without brackets, next to a tag for
persons (TAGS 1974, sec. 4: those of Administration, Business, Consular Affairs and Operations).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from cableconv.patterns import pattern
from cableconv.vocabulary import tags
from cableconv.vocabulary.titles import is_title

PERSONAL = frozenset(("OVIP", "OREP", "CASC", "CARR", "CDES", "CJAN"))
"""Tags that names of persons follow."""
_INITIAL = pattern(r"(?:[A-Z]\.?){1,2}|JR\.?|SR\.?|I{2,3}|IV")
_FIRST_INITIAL = pattern(r"(?:[A-Z]\.){1,2}")
_PLACE = 2
_VOWELS = frozenset("AEIOUY")
_SHORT = 5


class Word(msgspec.Struct, frozen=True):
    """A word in capitals other than a code, and whether a comma follows it."""

    text: str
    comma: bool = False


class Before(msgspec.Struct, frozen=True):
    """The tags before a group of such words: the previous one, and what is known of them all."""

    last: str
    has_persons: bool
    by_commas: bool

    @property
    def person_follows(self) -> bool:
        """Whether the previous tag is one for persons."""
        return len(self.last) == 4 and self.last[0] in "ABCO"

    @property
    def persons_possible(self) -> bool:
        """Whether any tag of the line is one for persons."""
        return self.person_follows or self.has_persons


def names_in(words: Sequence[Word], before: Before) -> Iterator[str]:
    """Yield the tags in a group of words between codes, in order."""
    groups = list(_apart(words))
    if _are_persons(groups, before):
        pairs = zip(groups[::2], groups[1::2], strict=True)
        yield from (f"{' '.join(surname)}, {' '.join(given)}" for surname, given in pairs)
        return
    for group in groups:
        for name in _ends_by_heads(group):
            yield from _persons_or_name(name, before)


def persons_in(text: str) -> Iterator[str]:
    """Yield the persons (or other names) in brackets, in capitals."""
    for entry in re.split(r"\s*[;/]\s*|\s+AND\s+|\s+&\s+", text):
        parts = [part for part in re.split(r"\s*,\s*|(?<=[A-Z]{3})\.\s+", entry) if part]
        if len(parts) > 3 and len(parts) % 2 == 0:
            pairs = zip(parts[::2], parts[1::2], strict=True)
            yield from (f"{surname}, {given}" for surname, given in pairs)
        elif len(parts) == 1:
            yield _person(parts[0].split())
        elif parts and is_title(parts[0]):
            yield entry
        elif parts:
            yield ", ".join(parts)


def _are_persons(groups: Sequence[list[str]], before: Before) -> bool:
    """Whether the comma is more than the separator of the line's tags: ``PELL, JONAS``."""
    words = [word for group in groups for word in group]
    if not groups or len(groups) % 2 or any(map(tags.is_head, words)):
        return False
    if before.person_follows:
        return True
    is_long = any(len(word) >= _SHORT for word in words)
    return is_long and (before.persons_possible or (len(groups) == 2 and not before.by_commas))


def _apart(words: Sequence[Word]) -> Iterator[list[str]]:
    """Yield the words between commas."""
    group: list[str] = []
    for word in words:
        group.append(word.text)
        if word.comma:
            yield group
            group = []
    if group:
        yield group


def _ends_by_heads(group: list[str]) -> Iterator[list[str]]:
    """Yield the group, cut after each word that ends names of subjects."""
    name: list[str] = []
    for index, word in enumerate(group):
        name.append(word)
        after = group[index + 1] if index + 1 < len(group) else ""
        ends = tags.is_head(word) and not tags.is_head(after) and after != "AND"
        if ends or tags.is_name(name):
            yield name
            name = []
    if name:
        yield name


def _persons_or_name(name: list[str], before: Before) -> Iterator[str]:
    units = _units(name)
    if len(name) == 1 or tags.is_name(name):
        yield " ".join(name)
    elif len(units) > 3 and len(units) % 2 == 0 and before.persons_possible:
        for surname, given in zip(units[::2], units[1::2], strict=True):
            ends = tags.is_head(given)
            yield f"{surname} {given}" if ends else f"{surname}, {given}"
    elif not tags.is_head(name[-1]) and (
        before.person_follows or (len(units) == 2 and before.persons_possible)
    ):
        yield _person(name)
    else:
        yield from _short_ones_apart(name)


def _short_ones_apart(name: list[str]) -> Iterator[str]:
    """Yield unknown codes and rows of short words as separate tags."""
    if all(len(word) < _SHORT for word in name):
        yield from name
        return
    for is_code, words in groupby(name, key=_is_like_code):
        if is_code:
            yield from words
        else:
            yield " ".join(words)


def _is_like_code(word: str) -> bool:
    """Whether it has two letters, or no vowel, so that it is no word of a name."""
    return len(word) <= _PLACE or _VOWELS.isdisjoint(word)


def _person(words: list[str]) -> str:
    """Return ``SURNAME, GIVEN`` for words that begin with the surname, or with an initial."""
    if len(words) > 1 and _FIRST_INITIAL.fullmatch(words[0]) and len(words[-1]) > _PLACE:
        return f"{words[-1]}, {' '.join(words[:-1])}"
    end = next((i for i, word in enumerate(words, 1) if not tags.is_particle(word)), len(words))
    surname, given = " ".join(words[:end]), " ".join(words[end:])
    if not given or is_title(words[0].rstrip(".")) or tags.is_head(words[-1]):
        return " ".join(words)
    return f"{surname}, {given}"


def _units(words: Sequence[str]) -> list[str]:
    """Return the words, with initials joined to the name before and particles to the one after."""
    units: list[str] = []
    is_open = False
    for word in words:
        if units and (is_open or _INITIAL.fullmatch(word)):
            units[-1] += f" {word}"
        else:
            units.append(word)
        is_open = tags.is_particle(word)
    return units
