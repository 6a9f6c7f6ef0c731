"""People whom cables name: who signed, who classified, who is in the TAGS; by surname.

A signature rarely has more than the surname, so the page cannot tell who of several it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cableconv_html.markup import Markup, element, joined
from cableconv_html.site.listings import Count, counts, keys
from cableconv_html.site.pages import parts
from cableconv_html.site.records import Named, Record
from cableconv_html.site.shell import File, Shell
from cableconv_html.site.words import folded

_BEHIND = re.compile(r"(?<![ ,])[ ,]+(?:jr|sr|ii|iii|iv)\.?$")
"""What may follow a surname, in lower case."""

_OTHER = "other"
"""The page of surnames that begin with none of the letters from A to Z."""


class Mention(NamedTuple):
    """A cable that names people of one surname, below what it is sorted by."""

    is_other: bool
    letter: str
    surname: str
    people: Sequence[Named]
    record: Record


def people_pages(shell: Shell, records: Iterable[Record]) -> Iterator[File]:
    """Yield a page for each letter, and one with the letters; ``records`` are in order."""
    found = sorted(_mentions(records), key=lambda each: each[:3])
    letters: list[Count] = []
    for letter, group in groupby(found, lambda each: each.letter):
        mentions = list(group)
        number = len({each.surname for each in mentions})
        letters.append(Count(letter.capitalize(), f"{letter}.html", number))
        yield from _pages(shell, letter, f"{number:,} surnames", mentions)
    number = sum(each.cables for each in letters)
    lead = f"{number:,} surnames of people who signed, who classified or who are in the TAGS"
    yield "people/index.html", shell.index("People", counts(letters), lead)


def surname(name: str) -> str:
    """Return what a name is sorted by: ``kjaer`` of ``Dr. A. Kjaer Jr.`` and ``KJAER, A``."""
    plain = _BEHIND.sub("", folded(name))
    last = plain.partition(",")[0] if "," in plain else plain.rpartition(" ")[2]
    return last.strip(" .'\"()-")


def _mentions(records: Iterable[Record]) -> Iterator[Mention]:
    for record in records:
        by_surname: dict[str, list[Named]] = {}
        for each in record.people:
            by_surname.setdefault(surname(each.name), []).append(each)
        for name, people in by_surname.items():
            letter = name[:1] if name[:1].isascii() and name[:1].isalpha() else _OTHER
            yield Mention(letter == _OTHER, letter, name, people, record)


def _pages(shell: Shell, letter: str, lead: str, mentions: Sequence[Mention]) -> Iterator[File]:
    for part, some_of_them in parts(f"people/{letter}", mentions):
        groups = groupby(some_of_them, lambda each: each.surname)
        listed = element("dl", joined((_entry(list(group)) for _, group in groups), "\n"))
        content = joined(filter(None, (listed, part.navigation)), "\n")
        title = f"People: {letter.capitalize()}"
        yield f"{part.name}.html", shell.index(title, content, lead)


def _entry(mentions: Sequence[Mention]) -> Markup:
    """Return the names as printed, with how often cables name them so, and the cables."""
    numbers = Counter(each for mention in mentions for each in mention.people)
    names: dict[str, list[str]] = {}
    for each, number in numbers.items():
        names.setdefault(each.name, []).append(f"{each.role} {number:,}")
    terms = (element("dt", name, " ", element("i", ", ".join(how))) for name, how in names.items())
    return joined((*terms, element("dd", keys(each.record for each in mentions))))
