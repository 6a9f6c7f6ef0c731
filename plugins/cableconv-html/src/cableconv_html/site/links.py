"""Links between the pages of a site.

Which cables the site holds is known at the end.  Until then a citation is a link without an
address; ``settled`` gives it one or takes it away.  No word of a cable can pass for such a
link: in a page's text there is no ``<``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from cableconv.cable import Origin

from cableconv_html.markup import Markup, element, text
from cableconv_html.site.file_names import NamedPages

CITED_BY = Markup("<!--cited by-->")
"""The place of what is known at the end."""

_OPEN_LINK = re.compile(r'<a data-cable="([^"]*)">(.*?)</a>', re.DOTALL)


class SiteLinks:
    """The links of one cable's page, and the ids that it cites."""

    def __init__(self, tags: NamedPages, posts: NamedPages) -> None:
        self._tags = tags
        self._posts = posts
        self.cited: dict[str, None] = {}

    def cable(self, id: str, words: Markup) -> Markup:
        """A link that ``settled`` finds."""
        self.cited[id] = None
        return element("a", words, data_cable=id)

    def tag(self, tag: str) -> Markup:
        """A link to the tag's page."""
        return element("a", tag, href=f"../tags/{self._tags.page(tag)}.html")

    def sender(self, origin: Origin) -> Markup:
        """A link to the post's page."""
        post = origin.post or origin.name
        if not post:
            return text("")
        return element("a", origin.name or post, href=f"../posts/{self._posts.page(post)}.html")


def settled(page: str, find: Callable[[str], str | None], cited_by: Markup) -> str:
    """The page with its citations linked, where ``find`` knows a page for the id."""

    def settle(link: re.Match[str]) -> str:
        target = find(unescape(link[1]))
        return element("a", Markup(link[2]), href=f"{target}.html") if target else link[2]

    return _OPEN_LINK.sub(settle, page).replace(CITED_BY, cited_by)
