"""The index of a search without a server: script files that contain only data.

A page in the file system may load scripts, and nothing else; so each file is one call.
``words/te.js`` lists the cables for every word that begins with ``te``; ``texts/7.js``
holds the text of a cable, for finding phrases and for quotations.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from cableconv import Cable

from cableconv_html.site.records import Record
from cableconv_html.site.words import body_text, data_text, words

_IN_MEMORY = 1_000_000
"""Entries (a word of a cable) held in memory before they are written to temporary files."""

BUNDLE = 16
"""Texts per file: one each would make as many files as there are cables (as in search.js)."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Entries = dict[str, list[int]]
"""Words with their cables: twice the cable's number, plus one if in its subject."""


class SearchIndex:
    """Adds cables one by one; ``close`` writes the index."""

    def __init__(self, folder: Path) -> None:
        self._words, self._texts = folder / "words", folder / "texts"
        for each in (self._words, self._texts):
            each.mkdir(parents=True)
        self._shards: dict[str, Entries] = {}
        self._held = 0

    def add(self, number: int, record: Record, cable: Cable) -> None:
        """Add the cable with that number, and its index entry."""
        text, data = body_text(cable), data_text(cable)
        shown = {
            "page": record.page,
            "title": record.title,
            "about": [each for each in (record.key, record.sender) if each],
            "date": (record.date or "")[:10],
            "text": text,
            "data": data,
        }
        call = f"searchText({number},{json.dumps(shown, separators=(',', ':'))});\n"
        bundle = self._texts / f"{number // BUNDLE}.js"
        with bundle.open("a", encoding="ascii", newline="\n") as file:
            file.write(call)
        leading = set(words(record.title))
        for word in sorted({*leading, *words(text), *words(data)}):
            entries = self._shards.setdefault(shard(word), {})
            entries.setdefault(word, []).append(2 * number + (word in leading))
            self._held += 1
        if self._held > _IN_MEMORY:
            self._put_down()

    def close(self) -> None:
        """Write every part of the index from its temporary file."""
        self._put_down()
        for draft in sorted(self._words.glob("*.draft")):
            entries: Entries = {}
            with draft.open(encoding="utf-8") as lines:
                for line in lines:
                    word, *numbers = line.split()
                    entries.setdefault(word, []).extend(map(int, numbers))
            draft.unlink()
            packed = {word: " ".join(_steps(entries[word])) for word in sorted(entries)}
            data = json.dumps(packed, separators=(",", ":"))
            call = f"searchWords({json.dumps(draft.stem)},{data});\n"
            draft.with_suffix(".js").write_text(call, "ascii", newline="\n")

    def _put_down(self) -> None:
        for name, entries in self._shards.items():
            with (self._words / f"{name}.draft").open("a", encoding="utf-8", newline="\n") as draft:
                draft.writelines(_lines(entries))
        self._shards, self._held = {}, 0


def shard(word: str) -> str:
    """Return the part of the index that holds a word, by its first two letters."""
    start = word[:2]
    return start if start.isascii() else "-".join(f"{ord(letter):x}" for letter in ("_", *start))


def _lines(entries: Entries) -> Iterator[str]:
    return (f"{word} {' '.join(map(str, numbers))}\n" for word, numbers in entries.items())


def _steps(numbers: Iterable[int]) -> Iterator[str]:
    """Yield the difference of each number from the previous one, in base 36."""
    last = 0
    for number in numbers:
        yield _base36(number - last)
        last = number


def _base36(number: int) -> str:
    digits = _DIGITS[number % 36]
    while number := number // 36:
        digits = _DIGITS[number % 36] + digits
    return digits
