"""Where references and tags lead to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol
from urllib.parse import quote, urlsplit

from cableconv import InvalidOption
from cableconv.cable import Origin

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
        return element("a", words, href=_behind(self._cables, id)) if self._cables else words

    def tag(self, tag: str) -> Markup:
        """A link to the address that the tag is put behind."""
        return element("a", tag, href=_behind(self._tags, tag)) if self._tags else text(tag)

    def sender(self, origin: Origin) -> Markup:
        """Just the name."""
        return text(origin.name or "")


def inspect_link_base(base: str) -> Iterator[str]:
    """Has nothing to warn of; InvalidOption for what is no address of a web site."""
    return _inspect("link_base", base, "cable/")


def inspect_tag_base(base: str) -> Iterator[str]:
    """Has nothing to warn of; InvalidOption for what is no address of a web site."""
    return _inspect("tag_base", base, "tag/")


def _behind(base: str, name: str) -> str:
    return base + quote(name, safe="", errors="replace")


def _inspect(option: str, base: str, example: str) -> Iterator[str]:
    try:
        parts = urlsplit(base)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and base.isprintable()
    except ValueError:
        sound = False
    if not sound or " " in base:
        raise InvalidOption(
            f"option {option!r} of html takes the address of a web site that a name is put "
            f"behind, like https://archive.example/{example}, not {base[:60]!r}."
        )
    yield from ()
