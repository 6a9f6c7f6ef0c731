"""File names that are safe on every system and in every web address."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from hashlib import blake2b

from cableconv_html.site.words import folded

_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d|index")
_LONGEST = 60


class FileNames:
    """The names used in one folder: in lower case, unique, never that of a device."""

    def __init__(self, otherwise: str) -> None:
        self._otherwise = otherwise
        self._given: set[str] = set()
        self._tries: dict[str, int] = {}

    def new(self, words: str) -> str:
        """Return a name without ending: ``07oslo12``, or ``07oslo12-2`` if that is taken."""
        plain = _safe(words, self._otherwise)
        name, number = plain, self._tries.get(plain, 1)
        while name in self._given:
            number += 1
            name = f"{plain}-{number}"
        self._tries[plain] = number
        self._given.add(name)
        return name


@cache
def page_name(words: str, otherwise: str) -> str:
    """Return the page of a tag or post, without ending; it depends on the name alone.

    Names that differ only in case, accents or punctuation share a page.  A hash stands for what
    the characters of a file name cannot say.
    """
    name, letters = _safe(words, otherwise), folded(words)
    is_told = len(letters) <= _LONGEST and all(each.isascii() for each in letters if each.isalnum())
    digest = blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return name if is_told else f"{name}-{digest}"


def _safe(words: str, otherwise: str) -> str:
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST].strip("-") or otherwise
    return f"{otherwise}-{name}" if _RESERVED.fullmatch(name) else name
