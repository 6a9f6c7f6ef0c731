"""The targets of links from references and tags."""

from __future__ import annotations

from typing import Protocol

from cableconv.cable import Origin
from cableconv.rendering.links import address_of

from cableconv_html.markup import Markup, element, text


class Links(Protocol):
    """Makes links on a page."""

    def cable(self, id: str, words: Markup) -> Markup:
        """Return words that cite a cable, as a link."""

    def tag(self, tag: str) -> Markup:
        """Return a tag, as a link."""

    def sender(self, origin: Origin, name: str) -> Markup:
        """Return the sender's name, as a link."""


class OutwardLinks:
    """Links to a web site, if one is given."""

    def __init__(self, cables: str | None = None, tags: str | None = None) -> None:
        self._cables = cables
        self._tags = tags

    def cable(self, id: str, words: Markup) -> Markup:
        """Return a link to the address with the id appended."""
        return element("a", words, href=address_of(id, self._cables)) if self._cables else words

    def tag(self, tag: str) -> Markup:
        """Return a link to the address with the tag appended."""
        return element("a", tag, href=address_of(tag, self._tags)) if self._tags else text(tag)

    def sender(self, origin: Origin, name: str) -> Markup:
        """Return just the name."""
        return text(name)
