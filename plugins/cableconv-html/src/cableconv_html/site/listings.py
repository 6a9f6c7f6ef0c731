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
    date = _day_of_year if is_below_year else _date
    return _list(_line(each, "../cables/", date(each)) for each in records)


def beside(records: Sequence[Record]) -> Markup:
    """Return a line for each cable, by date, for the page of another cable."""
    in_order = sorted(records, key=lambda each: each.order)
    return _list((_line(each, "", _date(each)) for each in in_order), is_long=len(records) > _MANY)


def cited(records: Iterable[tuple[Record, int]]) -> Markup:
    """Return a line for each cable, in this order, with the number of those that cite it."""
    return _list(
        _line(each, "cables/", _date(each), f"cited by {number:,}") for each, number in records
    )


def keys(records: Iterable[Record]) -> Markup:
    """Return only the keys of cables, for lists of which nobody reads every title."""
    links = (
        element("a", each.key or each.title, href=f"../cables/{each.page}.html") for each in records
    )
    return joined(links, " ")


def counts(names: Iterable[Count]) -> Markup:
    """Return a link for each name, with its number of cables."""
    return some("ul", *map(_count, names), class_="counts")


def _count(of: Count) -> Markup:
    return element("li", element("a", of.name, href=of.page, title=of.meaning), f" {of.cables:,}")


def _list(lines: Iterable[Markup], is_long: bool = False) -> Markup:
    return some("ol", joined(lines, "\n"), class_="listing long" if is_long else "listing")


def _line(record: Record, cables: str, *more: str) -> Markup:
    """Return title, key or else sender, what ``more`` there is, and the level."""
    link = element("a", record.title, href=f"{cables}{record.page}.html")
    about = ", ".join(filter(None, (record.key or record.sender, *more)))
    level = f"({_LETTERS[record.level]})" if record.level else ""
    return element("li", link, element("br"), " ".join(filter(None, (about, level))))


def _date(record: Record) -> str:
    moment = parsed(record.date) if record.date else None
    return day(moment) if moment else ""


def _day_of_year(record: Record) -> str:
    return _date(record).partition(",")[0]
