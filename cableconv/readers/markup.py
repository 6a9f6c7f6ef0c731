"""HTML as positioned pieces: tags, and characters with entities decoded.

A parser that builds a tree keeps no columns, which a telegram's diagnostics need.  Something
that is not a tag of HTML (``<name@example.org>``, ``<<``) is text, as it was in the cable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from cableconv.patterns import pattern

_NAMES = """a abbr acronym address article aside b base big blockquote body br caption center cite
code col colgroup dd del dfn div dl dt em fieldset figure font footer form h1 h2 h3 h4 h5 h6 head
header hr html i iframe img input ins kbd label legend li link main map mark meta nav noscript
object ol option p param picture pre q s samp section select small source span strike strong sub
sup svg table tbody td textarea tfoot th thead time title tr tt u ul var wbr"""

# The length of a tag is bounded: a stray "<" must not be matched against the whole file.
_MARKUP = pattern(
    rf"""
      <!--.*?(?:-->|\Z)
    | <(?P<unseen>script|style)\b.*?(?:</(?P=unseen)\s*>|\Z)
    | <(?P<end>/?)(?P<tag>{"|".join(_NAMES.split())})(?=[\s/>]|\Z)
      (?P<attributes>[^<>]{{0,4000}})(?:>|\Z)
    | <[!?][^<>]{{0,4000}}>
    | <\Z
    | (?P<entity>&(?:\#x[0-9a-f]{{1,8}}|\#\d{{1,8}}|[a-z]\w{{1,30}});)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = pattern(r"""(?<![\w-])([\w-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


_PAGE = pattern(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:[^-]|-(?!->))*+-->\s*+)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE,
)


def is_page(head: str) -> bool:
    """Whether a text begins like an HTML page."""
    return _PAGE.match(head) is not None


class Tag(msgspec.Struct, frozen=True):
    """A tag; ``name`` is in lower case, ``/pre`` for the end of a ``pre``."""

    name: str
    start: int
    end: int
    source: str

    def attribute(self, name: str) -> str | None:
        """Return the attribute's value, quoted in any way or not at all."""
        from html import unescape

        for found, *values in _ATTRIBUTE.findall(self.source):
            if found.lower() == name:
                return unescape("".join(values))
        return None


class Text(NamedTuple):
    """Characters; ``meaning`` differs from the source for an entity."""

    start: int
    end: int
    meaning: str | None = None


def pieces(html: str, start: int = 0) -> Iterator[Tag | Text]:
    """Yield the page from ``start`` on, without comments, declarations, scripts and styles."""
    from html import unescape

    done = start
    for markup in _MARKUP.finditer(html, start):
        if markup["entity"] and unescape(markup[0]) == markup[0]:
            continue
        if done < markup.start():
            yield Text(done, markup.start())
        done = markup.end()
        if markup["entity"]:
            yield Text(*markup.span(), unescape(markup[0]))
        elif markup["tag"]:
            name = markup["end"] + markup["tag"].lower()
            yield Tag(name, *markup.span(), markup["attributes"])
    if done < len(html):
        yield Text(done, len(html))
