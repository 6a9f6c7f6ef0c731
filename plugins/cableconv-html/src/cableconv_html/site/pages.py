"""Long lists divided into pages, each with links to the previous and the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from cableconv_html.markup import Markup, element, joined

MOST = 200
"""The maximum number of entries per page."""

Entry = TypeVar("Entry")


class Part(NamedTuple):
    """A page of a list: its file name without ending, and links to the others."""

    name: str
    navigation: Markup


def parts(name: str, entries: Sequence[Entry]) -> Iterator[tuple[Part, Sequence[Entry]]]:
    """Yield each page with its entries, at least one page; the first has the list's own name."""
    last = max((len(entries) - 1) // MOST, 0)
    for number in range(last + 1):
        shown = entries[number * MOST : (number + 1) * MOST]
        yield Part(_named(name, number), _navigation(name, number, last)), shown


def _named(name: str, number: int) -> str:
    """Return a page's name; no other page has a dot in its name."""
    return f"{name}.{number + 1}" if number else name


def _navigation(name: str, number: int, last: int) -> Markup:
    if not last:
        return Markup()
    links = [f"Page {number + 1} of {last + 1}"]
    if number:
        links.append(_link(name, number - 1, "Previous", "prev"))
    if number < last:
        links.append(_link(name, number + 1, "Next", "next"))
    return element("nav", joined(links, " "), class_="pages", aria_label="Pages")


def _link(name: str, number: int, words: str, way: str) -> Markup:
    file = _named(name, number).rpartition("/")[2]
    return element("a", words, href=f"{file}.html", rel=way)
