"""Lists of cables, and lists of names with their numbers of cables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cableconv.rendering.dates import day

from cableconv_html.dates import parsed
from cableconv_html.markup import Markup, element, joined, some
from cableconv_html.site.records import Record

_LETTERS = {
    "UNCLASSIFIED": "U",
    "LIMITED OFFICIAL USE": "LOU",
    "CONFIDENTIAL": "C",
    "SECRET": "S",
    "TOP SECRET": "TS",
}
"""Levels as portion markings have them (5 FAH-3 H-710)."""

_MANY = 12
"""Lines that a list beside a text shows without being scrolled."""


class Count(NamedTuple):
    """A name, its page, its number of cables, and what it stands for."""

    name: str
    page: str
    cables: int
    meaning: str | None = None


def listing(records: Iterable[Record], is_below_year: bool = True) -> Markup:
    """Return a line for each cable, in this order; below a year the dates do without it."""
    days = ((each, _day(each)) for each in records)
    lines = (
        _line(each, "../cables/", day.partition(",")[0] if is_below_year else day)
        for each, day in days
    )
    return element("ol", joined(lines, "\n"), class_="listing")


def neighbours(records: Sequence[Record]) -> Markup:
    """Return a line for each cable, by date, for the page of another cable."""
    lines = (_line(each, "", _day(each)) for each in sorted(records, key=lambda each: each.order))
    kind = "listing long" if len(records) > _MANY else "listing"
    return element("ol", joined(lines, "\n"), class_=kind)


def keys(records: Iterable[Record]) -> Markup:
    """Return only the keys of cables, for lists of which nobody reads every title."""
    return joined(map(_key, records), " ")


def cited(records: Iterable[tuple[Record, int]]) -> Markup:
    """Return a line for each cable, in this order, with the number of those that cite it."""
    lines = (
        _line(each, "cables/", f"{_day(each)}, cited by {number:,}") for each, number in records
    )
    return some("ol", joined(lines, "\n"), class_="listing")


def counts(names: Iterable[Count]) -> Markup:
    """Return a link for each name, with its number of cables."""
    items = (
        element(
            "li", element("a", each.name, href=each.page, title=each.meaning), f" {each.cables:,}"
        )
        for each in names
    )
    return some("ul", *items, class_="counts")


def _key(record: Record) -> Markup:
    return element("a", record.key or record.title, href=f"../cables/{record.page}.html")


def _line(record: Record, cables: str, when: str) -> Markup:
    link = element("a", record.title, href=f"{cables}{record.page}.html")
    level = f"({_LETTERS[record.level]})" if record.level else ""
    about = ", ".join(filter(None, (record.key or record.sender, when)))
    return element("li", link, element("br"), " ".join(filter(None, (about, level))))


def _day(record: Record) -> str:
    moment = parsed(record.date) if record.date else None
    return day(moment) if moment else ""
