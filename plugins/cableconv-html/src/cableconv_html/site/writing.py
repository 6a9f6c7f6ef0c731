"""The collection: writes cables as they come, and everything that connects them at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import Any

import msgspec
from cableconv.plugins import IsReplaced

from cableconv_html.extras import Extras
from cableconv_html.frame import look
from cableconv_html.markup import Markup
from cableconv_html.site.catalogue import read_catalogue
from cableconv_html.site.citations import Citations
from cableconv_html.site.file_names import FileNames
from cableconv_html.site.indexes import Indexes
from cableconv_html.site.links import Surroundings, settled
from cableconv_html.site.most_cited import PAGE, most_cited
from cableconv_html.site.people import people_pages
from cableconv_html.site.prepared import Prepared
from cableconv_html.site.records import Record
from cableconv_html.site.search_index import SearchIndex
from cableconv_html.site.shell import STYLESHEET, File, Shell, facets, results, site_style
from cableconv_html.site.short_forms import shortened
from cableconv_html.site.tag_pages import TagPages

_FOLDERS = ("cables", "dates", "posts", "tags", "people", "assets")


class Site:
    """A site in an empty folder; the options are those of the collector."""

    def __init__(self, target: Path, *, title: str, **extras: Any) -> None:
        self._target = target
        for folder in _FOLDERS:
            (target / folder).mkdir(parents=True, exist_ok=True)
        self._shell = Shell(title)
        self._extras = Extras(**extras)
        self._names = FileNames("cable")
        self._records: list[Record] = []
        self._search = SearchIndex(target / "search")

    def keep(self, earlier: Path, is_replaced: IsReplaced) -> None:
        """Begin with the cables of an earlier site; errors as ``read_catalogue``."""
        kept: dict[int, int] = {}
        for number, held in enumerate(read_catalogue(earlier, self._extras._asdict())):
            if not is_replaced(held.identity):
                kept[number] = len(self._records)
                page = self._names.new(held.key or "cable")
                copyfile(earlier / "cables" / f"{held.page}.html", self._page(page))
                self._records.append(msgspec.structs.replace(held, page=page))
        self._search.keep(earlier / "search", kept)

    def add(self, prepared: Prepared) -> None:
        """Write the cable's page, and keep its index entry."""
        page = self._names.new(prepared.record.key or "cable")
        self._write(f"cables/{page}.html", prepared.page)
        self._search.add(prepared.words, prepared.in_title)
        self._records.append(msgspec.structs.replace(prepared.record, page=page))

    def close(self) -> None:
        """Link the cables to each other, and write indexes and search."""
        in_order = sorted(self._records, key=lambda each: each.order)
        citations, tags = Citations(self._records), TagPages(in_order)
        self._settle(in_order, citations, tags)
        for name, page in self._lists(in_order, citations, tags):
            self._write(name, page)
        self._search.close(self._records, self._extras._asdict())
        self._write("search.html", self._shell.search(results(), facets()))
        self._write(STYLESHEET, site_style((each.marking for each in in_order), tags))
        self._write("assets/search.js", look("search.js"))

    def _settle(self, in_order: list[Record], citations: Citations, tags: TagPages) -> None:
        """Set the links of every cable's page."""
        for before, each, after in zip(
            [None, *in_order], in_order, [*in_order[1:], None], strict=False
        ):
            surroundings = Surroundings(
                self._shell.neighbours(before, after),
                map(citations.page, each.cites),
                Markup(shortened(citations.around(each))),
                tags.address,
            )
            page = settled(self._page(each.page).read_text("utf-8"), surroundings)
            self._write(f"cables/{each.page}.html", page)

    def _lists(
        self, in_order: list[Record], citations: Citations, tags: TagPages
    ) -> Iterator[File]:
        yield from Indexes(self._shell, in_order, tags).files()
        yield from people_pages(self._shell, in_order)
        yield PAGE, most_cited(self._shell, citations)

    def _page(self, name: str) -> Path:
        return self._target / "cables" / f"{name}.html"

    def _write(self, name: str, content: str) -> None:
        (self._target / name).write_text(content, "utf-8", newline="\n")
