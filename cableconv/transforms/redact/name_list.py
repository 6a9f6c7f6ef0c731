"""The user's list: one name per line, or a regular expression between slashes.

Jens Kjaer | Captain Kjaer    # one man
# telephone numbers
/\\+354[ \\d]{7,}/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cableconv.errors import InvalidOptionError
from cableconv.patterns import pattern
from cableconv.transforms.redact.spelling import (
    given_first,
    inside_of,
    key_of,
    letters_of,
    pattern_of,
    surnames_of,
    without_apostrophes,
)

_COMMENT = pattern(r"(?:^|\s)#.*")
_SHORT = 3
_SAMPLE = "A b-1\n"


class Rule(NamedTuple):
    """One line of the list; ``number`` counts names and patterns from 1.

    A text can contain one of its names only if its squeezed form contains one of the ``keys``.
    ``surnames`` is an expression for surnames that may occur alone, if there are any, and
    ``inside`` one for the letters of its names in other words.
    """

    number: int
    line: int
    expression: str
    keys: tuple[str, ...] = ("",)
    is_short: bool = False
    is_pattern: bool = False
    surnames: str = ""
    inside: str = ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern that finds the names."""
        return _compiled(self.expression)

    def count_alone(self, text: str) -> int:
        """Return how often one of its surnames occurs in a text."""
        return len(_compiled(self.surnames).findall(text)) if self.surnames else 0

    def count_inside(self, text: str) -> int:
        """Return how often letters of one of its names occur in other words of a text."""
        return len(_compiled(self.inside).findall(text)) if self.inside else 0


@lru_cache(maxsize=4)
def read_names(data: bytes) -> tuple[Rule, ...]:
    """Return the rules of a list, in its order.

    Raises:
        InvalidOptionError: it is not UTF-8, a line cannot be searched for, or it is empty.
    """
    rules = tuple(_rules(_decoded(data)))
    if not rules:
        raise InvalidOptionError("names: the list holds no name; write one on each line.")
    return rules


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidOptionError(
            f"names, line {line}: not UTF-8; save the list as UTF-8."
        ) from error


def _rules(text: str) -> Iterator[Rule]:
    number = 0
    for line, words in enumerate(text.splitlines(), 1):
        is_pattern = words.lstrip().startswith("/")
        words = words.strip() if is_pattern else _COMMENT.sub("", words).strip()
        if words:
            number += 1
            yield (_of_pattern if is_pattern else _of_names)(number, line, words)


def _of_names(number: int, line: int, words: str) -> Rule:
    listed = sorted((name.strip() for name in words.split("|")), key=letters_of, reverse=True)
    shortest = letters_of(listed[-1])
    if shortest < 2:
        raise InvalidOptionError(f"names, line {line}: {words!r} has fewer than two letters.")
    persons = list(dict.fromkeys(map(given_first, listed)))
    persons += filter(None, map(without_apostrophes, list(persons)))
    names = list(dict.fromkeys((*persons, *listed)))
    surnames = dict.fromkeys(word for name in persons for word in surnames_of(name))
    return Rule(
        number,
        line,
        "|".join(map(pattern_of, names)),
        tuple(map(key_of, (*names, *surnames))),
        shortest < _SHORT,
        surnames="|".join(map(pattern_of, surnames)),
        inside="|".join(filter(None, map(inside_of, surnames or names))),
    )


def _of_pattern(number: int, line: int, words: str) -> Rule:
    if len(words) < 3 or not words.endswith("/"):
        raise InvalidOptionError(
            f"names, line {line}: {words!r} is not a /pattern/ between two slashes."
        )
    try:
        pattern = _compiled(words[1:-1])
    except re.error as error:
        raise InvalidOptionError(
            f"names, line {line}: {words!r} is not a pattern: {error}."
        ) from error
    if any(found.end() == found.start() for found in pattern.finditer(_SAMPLE)):
        raise InvalidOptionError(
            f"names, line {line}: {words!r} matches an empty text, so everywhere."
        )
    return Rule(number, line, words[1:-1], is_pattern=True)


@lru_cache(maxsize=4096)
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)
