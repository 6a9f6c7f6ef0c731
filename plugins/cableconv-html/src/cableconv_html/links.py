"""Where references and tags lead to."""

from __future__ import annotations

from typing import Protocol

from cableconv.cable import Origin
from cableconv.rendering.links import address_of

from cableconv_html.markup import Markup, element, text


class Links(Protocol):
    """Makes links of what stands on a page."""

    def cable(self, id: str, words: Markup) -> Markup:
        """Words that cite a cable."""

    def tag(self, tag: str) -> Markup:
        """A tag."""

    def sender(self, origin: Origin) -> Markup:
        """Who sent it, by name."""


class OutwardLinks:
    """Links to a web site, where one is named."""

    def __init__(self, cables: str | None = None, tags: str | None = None) -> None:
        self._cables = cables
        self._tags = tags

    def cable(self, id: str, words: Markup) -> Markup:
        """A link to the address that the id is put behind."""
        return element("a", words, href=address_of(id, self._cables)) if self._cables else words

    def tag(self, tag: str) -> Markup:
        """A link to the address that the tag is put behind."""
        return element("a", tag, href=address_of(tag, self._tags)) if self._tags else text(tag)

    def sender(self, origin: Origin) -> Markup:
        """Just the name."""
        return text(origin.name or "")
