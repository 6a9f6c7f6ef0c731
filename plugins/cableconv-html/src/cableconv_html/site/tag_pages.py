"""The pages of tags: one for each, but a shared one for rare tags where there are many tags."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv_html.site.file_names import page_name
from cableconv_html.site.pages import MOST, parts
from cableconv_html.site.records import Record

_RARE = 10
"""A tag of fewer cables shares a page if there are more tags than a page of a list has entries."""

_SHARED = "index.rare"
"""The name of the shared page; no other page of tags has a dot before letters in its name."""


class TagPages:
    """Groups cables by tag, and knows the page of each tag; ``records`` are in order."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.names: dict[str, str] = {}
        groups: dict[str, list[Record]] = {}
        for each in records:
            for page in dict.fromkeys(map(self._named, each.tags)):
                groups.setdefault(page, []).append(each)
        least = _RARE if len(groups) > MOST else 0
        self.numbers = {page: len(cables) for page, cables in groups.items()}
        self.frequent = {page: each for page, each in groups.items() if len(each) >= least}
        rare = [(page, groups[page]) for page in sorted(groups) if page not in self.frequent]
        entries = [(page, each) for page, cables in rare for each in cables]
        self.shared = list(parts(f"tags/{_SHARED}", entries)) if entries else []
        self._places = self._shared_places()

    def address(self, tag: str) -> str:
        """Return the file of a tag's page, as seen from the folder of tags."""
        page = page_name(tag, "tag")
        return self._places.get(page) or f"{page}.html"

    def _named(self, tag: str) -> str:
        page = page_name(tag, "tag")
        self.names.setdefault(page, tag)
        return page

    def _shared_places(self) -> dict[str, str]:
        """A tag's place on the shared page where its entries begin."""
        places: dict[str, str] = {}
        for part, entries in self.shared:
            file = part.name.rpartition("/")[2]
            for page, _ in entries:
                places.setdefault(page, f"{file}.html#{page}")
        return places
