"""The index of a search without a server, in files of which only those that are needed are loaded.

``words/7.js`` lists the cables of each word from one word of the alphabet to another,
``cables/3.js`` has the entries of a thousand cables, and ``contents.js`` says where each of the
former begins and what results can be narrowed down by.  Texts are read from the cables' own pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from cableconv_html.site.catalogue import write_catalogue
from cableconv_html.site.facets import facets
from cableconv_html.site.postings import Posting, Postings
from cableconv_html.site.records import Record
from cableconv_html.site.search_data import pack, read_data, unpacked, write_data

_LEAST = 50_000
"""Entries (a word of a cable) per file of words, if that makes no more than ``_MOST`` files."""

_MOST = 100


class SearchIndex:
    """Adds cables one by one; ``close`` writes the index."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for each in ("words", "cables"):
            (folder / each).mkdir(parents=True)
        self._postings = Postings(folder)
        self._cables = 0

    def keep(self, earlier: Path, kept: Mapping[int, int]) -> None:
        """Begin with the cables of an earlier index; ``kept`` has their new numbers by the old."""
        self._postings.keep(_kept(earlier / "words", kept))
        self._cables = len(kept)

    def add(self, words: Iterable[str], in_title: Iterable[str]) -> None:
        """Add the words of the next cable."""
        entries = dict.fromkeys(words, 2 * self._cables)
        self._postings.add(entries | dict.fromkeys(in_title, 2 * self._cables + 1))
        self._cables += 1

    def close(self, records: Sequence[Record], options: Mapping[str, Any]) -> None:
        """Write all files; ``records`` are the entries of the cables, in order."""
        first_words = []
        for number, (first, data) in enumerate(self._files_of_words()):
            first_words.append(first)
            write_data(self._folder, f"words/{number}", data)
        contents = {"options": options, "words": first_words, "facets": facets(records)}
        write_catalogue(self._folder, records, contents)

    def _files_of_words(self) -> Iterator[tuple[str, bytes]]:
        """Yield the first word of each file, and its content."""
        wanted = max(_LEAST, self._postings.number // _MOST)
        first, packed, entries = "", bytearray(), 0
        for posting in self._postings.merged():
            first = first or posting[0]
            packed += pack(posting)
            entries += len(posting[1])
            if entries >= wanted:
                yield first, bytes(packed)
                first, packed, entries = "", bytearray(), 0
        if packed:
            yield first, bytes(packed)


def _kept(folder: Path, kept: Mapping[int, int]) -> Iterator[Posting]:
    """Yield the words of the cables that stay."""
    for number in range(len(list(folder.iterdir()))):
        for word, entries in unpacked(read_data(folder / f"{number}.js")):
            staying = [2 * kept[each // 2] + each % 2 for each in entries if each // 2 in kept]
            if staying:
                yield word, staying
