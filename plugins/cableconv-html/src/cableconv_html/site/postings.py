"""Words with the cables that have them, collected in sorted files and merged at the end.

Memory holds the entries of one file, and while merging those of one word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path

Posting = tuple[str, list[int]]
"""A word and its entries: for each cable that has it twice its number, plus 1 if in its subject."""

_IN_MEMORY = 1_000_000
"""Entries in memory before they are written to a file."""

_AT_ONCE = 64
"""Files that are merged into a larger one, far fewer than a system lets a program open."""


class Postings:
    """Takes entries in order of the cables; ``merged`` gives them in order of the words."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._large: list[Path] = []
        self._small: list[Path] = []
        self._entries: dict[str, list[int]] = {}
        self._held = self._files = 0
        self.number = 0

    def add(self, entries: Mapping[str, int]) -> None:
        """Add the entries of a cable by their words."""
        for word, entry in entries.items():
            self._entries.setdefault(word, []).append(entry)
        self.number += len(entries)
        self._held += len(entries)
        if self._held >= _IN_MEMORY:
            self._small.append(self._written(sorted(self._entries.items())))
            self._entries, self._held = {}, 0
            self._make_larger()

    def keep(self, postings: Iterable[Posting]) -> None:
        """Begin with these, which are in order of the words."""
        self._large.append(self._written(self._counted(postings)))

    def merged(self) -> Iterator[Posting]:
        """Yield every word with its entries, and remove the files."""
        in_memory = sorted(self._entries.items())
        yield from _merged([*map(_read, (*self._large, *self._small)), iter(in_memory)])
        for file in (*self._large, *self._small):
            file.unlink()

    def _counted(self, postings: Iterable[Posting]) -> Iterator[Posting]:
        for word, entries in postings:
            self.number += len(entries)
            yield word, entries

    def _make_larger(self) -> None:
        if len(self._small) >= _AT_ONCE:
            self._large.append(self._written(_merged(map(_read, self._small))))
            for file in self._small:
                file.unlink()
            self._small = []

    def _written(self, postings: Iterable[Posting]) -> Path:
        self._files += 1
        path = self._folder / f"{self._files}.draft"
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{word} {' '.join(map(str, all))}\n" for word, all in postings)
        return path


def _read(path: Path) -> Iterator[Posting]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, *entries = line.split()
            yield word, list(map(int, entries))


def _merged(postings: Iterable[Iterator[Posting]]) -> Iterator[Posting]:
    """Join the entries of each word; those of an earlier file come first."""
    word = itemgetter(0)
    for each, group in groupby(merge(*postings, key=word), word):
        yield each, list(chain.from_iterable(entries for _, entries in group))
