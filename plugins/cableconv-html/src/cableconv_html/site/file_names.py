"""File names that are safe on every system and in every web address."""

from __future__ import annotations

import re
import unicodedata

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
        plain = self._plain(words)
        name, number = plain, self._tries.get(plain, 1)
        while name in self._given:
            number += 1
            name = f"{plain}-{number}"
        self._tries[plain] = number
        self._given.add(name)
        return name

    def _plain(self, words: str) -> str:
        letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        name = re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST].strip("-") or self._otherwise
        return f"{self._otherwise}-{name}" if _RESERVED.fullmatch(name) else name


class NamedPages:
    """A page for each name (tag, post); the same name always gives the same page."""

    def __init__(self, otherwise: str) -> None:
        self._names = FileNames(otherwise)
        self.pages: dict[str, str] = {}

    def page(self, name: str) -> str:
        """Return the file name, without ending."""
        if name not in self.pages:
            self.pages[name] = self._names.new(name)
        return self.pages[name]
