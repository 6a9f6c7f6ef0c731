"""Links between the pages of a site.

Where a link leads is known only at the end, and changes when cables are added.  So a page keeps
what ``settled`` needs to set its links again: each citation is a ``cite``, linked or not, and a
tag's link shows the tag.  No text of a cable can imitate these, as a page's text contains no ``<``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape
from typing import NamedTuple

from cableconv import Cable
from cableconv.cable import Origin

from cableconv_html.markup import Markup, element, text
from cableconv_html.site.file_names import page_name
from cableconv_html.site.records import post
from cableconv_html.site.script_pages import literal

_REFERENCE = re.compile(r'<(?:a data-cable="([^"]*)"><)?cite[^>]*>(.*?)</cite>(?:</a>)?', re.DOTALL)
_CITED = re.compile(r"<cite>(?:<a [^>]*>)?(.*?)(?:</a>)?</cite>", re.DOTALL)
_TAG = re.compile(r"<a href=\.\./tags/[^>]*>((?:<bdi>)?(.*?)(?:</bdi>)?)</a>", re.DOTALL)
_NAVIGATION = re.compile(r"<nav>.*?</nav>", re.DOTALL)
_ASIDE, _BESIDE = "</aside>", "<section class=cited-by>"


class SiteLinks:
    """The links of one cable's page; what only a cable repeated in it names may have no page."""

    def __init__(self, cable: Cable) -> None:
        self._origin = cable.origin
        self._post = post(cable)
        self._tags = frozenset(cable.tags)

    def cable(self, id: str, words: Markup) -> Markup:
        """Return a link that ``drafted`` finds."""
        return element("a", words, data_cable=id)

    def tag(self, tag: str) -> Markup:
        """Return a link to the tag's page, which ``settled`` names."""
        return element("a", tag, href="../tags/") if tag in self._tags else text(tag)

    def sender(self, origin: Origin, name: str) -> Markup:
        """Return a link to the post's page."""
        if origin is not self._origin or not self._post:
            return text(name)
        return element("a", name, href=f"../posts/{page_name(self._post, 'post')}.html")


class Surroundings(NamedTuple):
    """What the other cables give to a page; ``cited`` are its citations' pages, in their order."""

    navigation: Markup
    cited: Iterable[str | None]
    beside: Markup
    tag_page: Callable[[str], str]


def drafted(page: str) -> tuple[str, tuple[str, ...]]:
    """Return the page with citations that are not links yet, and the ids that they cite."""
    ids = (unescape(each[1]) for each in _REFERENCE.finditer(page) if each[1])
    return _REFERENCE.sub(_citation, page), tuple(ids)


def settled(page: str, around: Surroundings) -> str:
    """Return a page, just drafted or of an earlier site, with its links as they are now.

    The page is a script as well, so what comes into it is made literal.
    """
    pages = iter(around.cited)
    page = _CITED.sub(lambda citation: _cited(citation[1], next(pages)), page)
    page = _TAG.sub(lambda link: _tag(link, around.tag_page), page)
    page = _NAVIGATION.sub(lambda _: literal(around.navigation), page, count=1)
    before, aside, after = page.partition(_ASIDE)
    return f"{before.partition(_BESIDE)[0]}{literal(around.beside)}{aside}{after}"


def _citation(reference: re.Match[str]) -> str:
    return f"<cite>{reference[2]}</cite>" if reference[1] else reference[2]


def _cited(words: str, page: str | None) -> str:
    return f"<cite><a href={page}.html>{words}</a></cite>" if page else f"<cite>{words}</cite>"


def _tag(link: re.Match[str], page: Callable[[str], str]) -> str:
    return f"<a href=../tags/{page(unescape(link[2]))}>{link[1]}</a>"
