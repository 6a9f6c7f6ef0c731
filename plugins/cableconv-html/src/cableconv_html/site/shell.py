"""The frame of all pages of a site: navigation, search field, style sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cableconv_html.frame import Page, look, page
from cableconv_html.markup import NOTHING, Markup, element, joined, some
from cableconv_html.site.records import Record
from cableconv_html.site.shared_styles import banner_class, banners, meanings
from cableconv_html.site.short_forms import shortened
from cableconv_html.site.tag_pages import TagPages

STYLESHEET = "assets/cable.css"

File = tuple[str, str]
"""A page's path within the site, and its content."""

_PLACES = {
    "Dates": "dates/index",
    "Posts": "posts/index",
    "Tags": "tags/index",
    "People": "people/index",
    "Most cited": "cited",
}


class Shell:
    """Adds the frame of the site called ``title`` to pages."""

    def __init__(self, title: str) -> None:
        self.title = title

    def cable(self, content: Page, title: str, marking: str) -> str:
        """Return a cable's page, which is in a subfolder, with empty places for links to others.

        Its title is short, as the subject stands below it.
        """
        aside = content.aside or element("aside")
        own = replace(content, title=title, description="", styles=(), closing=NOTHING, skip=False)
        framed = replace(own, navigation=element("nav"), aside=aside, kind=banner_class(marking))
        return page(replace(framed, stylesheet=f"../{STYLESHEET}"))

    def neighbours(self, before: Record | None, after: Record | None) -> Markup:
        """Return the navigation of a cable's page, with links to those before and after it."""
        links = [self._home("../")]
        for words, record in (("Previous", before), ("Next", after)):
            if record:
                links.append(element("a", words, href=f"{record.page}.html"))
        return Markup(shortened(element("nav", joined(links, " "))))

    def index(self, title: str, content: Markup, lead: str = "", up: str = "../") -> str:
        """Return a page of links."""
        heading = element("h1", title)
        header = element("header", heading, some("p", lead))
        named = " – ".join(dict.fromkeys((title, self.title)))
        return self._page(Page(title=named, header=header, main=content), up)

    def search(self, results: Markup, facets: Markup) -> str:
        """Return the search page, the only one with a script."""
        header = element("header", element("h1", "Search"))
        aside = element("aside", facets)
        made = Page(title=f"Search – {self.title}", header=header, aside=aside, main=results)
        return self._page(replace(made, script="assets/search.js"), "")

    def _page(self, content: Page, up: str) -> str:
        links = [element("a", name, href=f"{up}{to}.html") for name, to in _PLACES.items()]
        inside = joined((self._home(up), *links, search_form(up)), " ")
        navigation = element("nav", inside, aria_label="Site")
        framed = replace(content, stylesheet=f"{up}{STYLESHEET}", navigation=navigation, forms=True)
        return shortened(page(framed))

    def _home(self, up: str) -> Markup:
        return element("a", self.title or "Start", href=f"{up}index.html")


def search_form(up: str) -> Markup:
    """Return a form that sends a query to the search page."""
    field = element("input", type="search", name="q", aria_label="Search", placeholder="Search")
    return element("form", field, role="search", action=f"{up}search.html", method="get")


def site_style(markings: Iterable[str], tags: TagPages) -> str:
    """Return the style of all pages, of what only a site has, and of its markings and tags."""
    shared = look("cable.css") + look("site.css")
    return shared + banners(markings) + meanings(tags)


def results() -> Markup:
    """Return the elements that the script fills with results."""
    words = "Search needs JavaScript; all other pages do without."
    return joined(
        (
            element("p", words, id="status", role="status"),
            element("ol", id="results", class_="listing results"),
            element("button", "More", id="more", type="button", hidden=True),
        )
    )


def facets() -> Markup:
    """Return the element that the script fills with what results can be narrowed down by."""
    return element("details", element("summary", "Narrow down"), element("div", id="facets"))
