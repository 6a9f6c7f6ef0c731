"""Words and phrases in a text, compared without regard to case and accents.

A word is a sequence of letters and digits, as in SQLite's full-text search (``unicode61`` with
``remove_diacritics``), so that both find the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cableconv.errors import QueryError
from cableconv.patterns import pattern
from cableconv.query.expressions import Value

Stretch = tuple[int, int]
"""The position of words in a text: first character, and after the last."""

_WORD = pattern(r"[^\W_]+\*?")
_NOT_ASCII = pattern(r"[^\x00-\x7f]")


class Words(NamedTuple):
    """A phrase: consecutive words with only spaces and punctuation between them."""

    expression: re.Pattern[str]

    @classmethod
    def of(cls, value: Value) -> Words:
        """Return the words of a value; ``*`` after a word stands for any ending.

        Raises:
            QueryError: it contains no word.
        """
        words = _WORD.findall(folded(value.text))
        if not words:
            raise QueryError(f"{value.text!r} has no word to search for")
        inner = r"[\W_]+".join(map(_spelled, words))
        return cls(re.compile(rf"(?<![^\W_]){inner}(?![^\W_])"))

    def found_in(self, text: str) -> bool:
        """Whether the text contains the phrase."""
        return self.expression.search(folded(text)) is not None

    def stretches(self, text: str) -> Iterator[Stretch]:
        """Yield the positions of the phrase in the text."""
        for found in self.expression.finditer(folded(text)):
            yield found.span()


def folded(text: str) -> str:
    """Return a text of the same length in lower case without accents."""
    return text.lower() if text.isascii() else _NOT_ASCII.sub(_folded_letter, text).lower()


def _spelled(word: str) -> str:
    return re.escape(word[:-1]) + r"[^\W_]*" if word.endswith("*") else re.escape(word)


def _folded_letter(found: re.Match[str]) -> str:
    return _small(found[0])


@lru_cache(maxsize=4096)
def _small(letter: str) -> str:
    small = unicodedata.normalize("NFD", letter)[0].lower()
    return small if len(small) == 1 else letter
