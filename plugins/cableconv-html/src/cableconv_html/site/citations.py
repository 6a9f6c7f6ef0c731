"""The citations among the cables of a site."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv_html.markup import NOTHING, Markup, element, joined, some
from cableconv_html.site.listings import beside
from cableconv_html.site.records import Record


class Citations:
    """The citations between records; if several pages have one key, the first is used."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._by_key: dict[str, list[Record]] = {}
        for each in records:
            if each.key:
                self._by_key.setdefault(each.key, []).append(each)
        self._citing: dict[str, list[Record]] = {}
        for each in records:
            for id in dict.fromkeys(each.cites):
                if id != each.key:
                    self._citing.setdefault(id, []).append(each)

    def page(self, id: str) -> str | None:
        """Return the page of the cable with that id, if it is in the site."""
        records = self._by_key.get(id)
        return records[0].page if records else None

    def around(self, record: Record) -> Markup:
        """Return the citing cables, and other cables with the same key."""
        if not record.key:
            return NOTHING
        others = [each for each in self._by_key[record.key] if each is not record]
        citing = self._citing.get(record.key, ())
        return joined((_section("Cited by", citing), _section("Under the same number", others)))

    def here(self) -> list[tuple[Record, int]]:
        """Return the cited cables of the site, with the number of those that cite them."""
        numbers = {id: len(each) for id, each in self._citing.items() if id in self._by_key}
        return [(self._by_key[id][0], number) for id, number in _most_first(numbers)]

    def absent(self) -> list[tuple[str, int]]:
        """Return the ids that more than one cable cites and none has."""
        numbers = {id: len(each) for id, each in self._citing.items() if id not in self._by_key}
        return _most_first({id: number for id, number in numbers.items() if number > 1})


def _most_first(numbers: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(numbers.items(), key=lambda each: (-each[1], each[0]))


def _section(title: str, records: Sequence[Record]) -> Markup:
    if not records:
        return NOTHING
    return some("section", element("h2", title), "\n", beside(records), class_="cited-by")
