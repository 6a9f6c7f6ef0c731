"""The citations among the cables of a site."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv_html.markup import NOTHING, Markup, element, joined, some
from cableconv_html.site.listings import listing
from cableconv_html.site.records import Record

_MANY = 12


class Citations:
    """The citations between records; if several pages have one key, the first is used."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._by_key: dict[str, list[Record]] = {}
        for each in records:
            if each.key:
                self._by_key.setdefault(each.key, []).append(each)
        self._citing: dict[str, list[Record]] = {}
        for each in records:
            for id in each.cites:
                if id in self._by_key:
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
        citing = [each for each in self._citing.get(record.key, ()) if each is not record]
        return joined((_section("Cited by", citing), _section("Under the same number", others)))


def _section(title: str, records: Sequence[Record]) -> Markup:
    if not records:
        return NOTHING
    lines = listing(records, cables="", long=len(records) > _MANY)
    return some("section", element("h2", title), "\n", lines, class_="cited-by")
