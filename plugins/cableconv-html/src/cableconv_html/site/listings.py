"""Lists of cables, and lists of names with their numbers of cables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cableconv.rendering.dates import day

from cableconv_html.dates import parsed
from cableconv_html.markup import Markup, element, joined, some
from cableconv_html.site.records import Record


class Count(NamedTuple):
    """A name, its page, and its number of cables."""

    name: str
    page: str
    cables: int


def listing(records: Iterable[Record], cables: str = "../cables/", long: bool = False) -> Markup:
    """Return a line for each cable, by date; ``cables`` is the path to their folder."""
    lines = (_line(each, cables) for each in sorted(records, key=lambda each: each.order))
    return element(
        "ol", joined(lines, "\n"), class_="listing long" if long else "listing", role="list"
    )


def counts(names: Iterable[Count]) -> Markup:
    """Return a link for each name, with its number of cables."""
    items = (
        element(
            "li",
            element("a", name, href=page),
            " ",
            element("span", f"{number:,}", class_="count"),
        )
        for name, page, number in names
    )
    return some("ul", *items, class_="counts", role="list")


def _line(record: Record, cables: str) -> Markup:
    link = element("a", record.title, href=f"{cables}{record.page}.html")
    return element("li", link, " ", element("span", joined(_about(record), " · "), class_="about"))


def _about(record: Record) -> Iterator[str]:
    moment = parsed(record.date) if record.date else None
    date = element("time", day(moment), datetime=f"{moment:%Y-%m-%d}") if moment else ""
    yield from filter(None, (record.key, date, record.sender, record.level))
