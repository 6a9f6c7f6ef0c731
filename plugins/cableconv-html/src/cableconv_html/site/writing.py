"""The collection: writes cables as they come, and everything that connects them at the end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cableconv import Cable

from cableconv_html.document import cable_page
from cableconv_html.extras import Extras
from cableconv_html.frame import look
from cableconv_html.markup import Markup, element
from cableconv_html.site.citations import Citations
from cableconv_html.site.file_names import FileNames, NamedPages
from cableconv_html.site.indexes import Indexes
from cableconv_html.site.links import CITED_BY, SiteLinks, settled
from cableconv_html.site.records import Record, record
from cableconv_html.site.search_index import SearchIndex
from cableconv_html.site.shell import STYLESHEET, Shell, site_style

_FOLDERS = ("cables", "dates", "posts", "tags", "assets")


class Site:
    """A site in an empty folder; the options are those of the collector."""

    def __init__(self, target: Path, *, title: str, **extras: Any) -> None:
        self._target = target
        for folder in _FOLDERS:
            (target / folder).mkdir(parents=True, exist_ok=True)
        self._shell = Shell(title)
        self._extras = Extras(**extras)
        self._names = FileNames("cable")
        self._tags, self._posts = NamedPages("tag"), NamedPages("post")
        self._records: list[Record] = []
        self._search = SearchIndex(target / "search")

    def add(self, cable: Cable) -> None:
        """Write the cable's page, and keep its index entry."""
        links = SiteLinks(self._tags, self._posts)
        written = self._shell.cable(cable_page(cable, links, self._extras, CITED_BY))
        made = record(cable, self._names.new(cable.key or "cable"), tuple(links.cited))
        self._write(f"cables/{made.page}.html", written)
        self._search.add(len(self._records), made, cable)
        self._records.append(made)

    def close(self) -> None:
        """Link the cables to each other, and write indexes and search."""
        citations = Citations(self._records)
        for each in self._records:
            path = self._target / "cables" / f"{each.page}.html"
            page = settled(path.read_text("utf-8"), citations.page, citations.around(each))
            self._write(f"cables/{each.page}.html", page)
        indexes = Indexes(self._shell, self._records, self._posts.pages, self._tags.pages)
        for name, page in indexes.files():
            self._write(name, page)
        self._search.close()
        self._write("search.html", self._shell.search(_results()))
        self._write(STYLESHEET, site_style())
        self._write("assets/search.js", look("search.js"))

    def _write(self, name: str, content: str) -> None:
        (self._target / name).write_text(content, "utf-8", newline="\n")


def _results() -> Markup:
    """Return the element that the script fills with results."""
    return Markup(
        element(
            "p", "Search needs JavaScript; all other pages do without.", id="status", role="status"
        )
        + element("ol", id="results", class_="listing results", role="list")
        + element("button", "More", id="more", type="button", hidden=True)
    )
