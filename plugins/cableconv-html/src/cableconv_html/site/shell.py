"""The frame of all pages of a site: navigation, search field, style sheet."""

from __future__ import annotations

from dataclasses import replace

from cableconv_html.frame import Page, look, page
from cableconv_html.markup import Markup, element, joined, some

STYLESHEET = "assets/cable.css"


class Shell:
    """Adds the frame of the site called ``title`` to pages."""

    def __init__(self, title: str) -> None:
        self.title = title

    def cable(self, content: Page) -> str:
        """Return a cable's page, which is in a subfolder; its own style goes into the site's."""
        own = tuple(style for style in content.styles if style != look("cable.css"))
        return self._page(replace(content, styles=own), "../")

    def index(self, title: str, content: Markup, lead: str = "", up: str = "../") -> str:
        """Return a page of links."""
        heading = element("h1", title)
        header = element("header", heading, some("p", lead, class_="dateline"), class_="masthead")
        return self._page(Page(title=f"{title} – {self.title}", header=header, main=content), up)

    def search(self, content: Markup) -> str:
        """Return the search page, the only one with a script."""
        header = element("header", element("h1", "Search"), class_="masthead")
        made = Page(title=f"Search – {self.title}", header=header, main=content)
        return self._page(replace(made, script="assets/search.js"), "")

    def _page(self, content: Page, up: str) -> str:
        stylesheet = f"{up}{STYLESHEET}"
        return page(replace(content, stylesheet=stylesheet, navigation=self._navigation(up)))

    def _navigation(self, up: str) -> Markup:
        places = {"Dates": "dates/index", "Posts": "posts/index", "Tags": "tags/index"}
        links = [element("a", self.title or "Start", href=f"{up}index.html", class_="home")]
        links += [element("a", name, href=f"{up}{to}.html") for name, to in places.items()]
        inside = joined((*links, search_form(up)), " ")
        return element("nav", inside, class_="navigation", aria_label="Site")


def search_form(up: str) -> Markup:
    """Return a form that sends a query to the search page."""
    field = element("input", type="search", name="q", aria_label="Search", placeholder="Search")
    return element("form", field, role="search", action=f"{up}search.html", method="get")


def site_style() -> str:
    """Return the style of all pages, and of parts that only a site has."""
    return look("cable.css") + look("site.css")
