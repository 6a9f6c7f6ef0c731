"""Links between the pages of a site.

The cables in the site are known only at the end.  Until then a citation is a link without an
address; ``settled`` adds the address or removes the link.  No text of a cable can imitate such a
link, as a page's text contains no ``<``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from cableconv.cable import Origin

from cableconv_html.markup import Markup, element, text
from cableconv_html.site.file_names import NamedPages

CITED_BY = Markup("<!--cited by-->")
"""The placeholder for data known only at the end."""

_OPEN_LINK = re.compile(r'<a data-cable="([^"]*)">(.*?)</a>', re.DOTALL)


class SiteLinks:
    """The links of one cable's page, and the ids that it cites."""

    def __init__(self, tags: NamedPages, posts: NamedPages) -> None:
        self._tags = tags
        self._posts = posts
        self.cited: dict[str, None] = {}

    def cable(self, id: str, words: Markup) -> Markup:
        """Return a link that ``settled`` finds."""
        self.cited[id] = None
        return element("a", words, data_cable=id)

    def tag(self, tag: str) -> Markup:
        """Return a link to the tag's page."""
        return element("a", tag, href=f"../tags/{self._tags.page(tag)}.html")

    def sender(self, origin: Origin) -> Markup:
        """Return a link to the post's page."""
        post = origin.post or origin.name
        if not post:
            return text("")
        return element("a", origin.name or post, href=f"../posts/{self._posts.page(post)}.html")


def settled(page: str, find: Callable[[str], str | None], cited_by: Markup) -> str:
    """Return the page with its citations linked, if ``find`` returns a page for the id."""

    def settle(link: re.Match[str]) -> str:
        target = find(unescape(link[1]))
        return element("a", Markup(link[2]), href=f"{target}.html") if target else link[2]

    return _OPEN_LINK.sub(settle, page).replace(CITED_BY, cited_by)
