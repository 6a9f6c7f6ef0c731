"""The index pages: by date, by post, by tag, and the start page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from cableconv_html.markup import NOTHING, Markup, element, joined, some
from cableconv_html.site.calendar import calendar, period_name
from cableconv_html.site.listings import Count, counts, listing
from cableconv_html.site.pages import parts
from cableconv_html.site.records import UNDATED, Record
from cableconv_html.site.shell import Shell, search_form

_FOREMOST = 30
"""The number of posts and tags listed on the start page."""

Grouped = Mapping[str, Sequence[Record]]
File = tuple[str, str]
"""A page's path within the site, and its content."""


class Indexes:
    """Writes the index pages of a site; ``posts`` and ``tags`` give the page of each."""

    def __init__(
        self, shell: Shell, records: Sequence[Record], posts: dict[str, str], tags: dict[str, str]
    ) -> None:
        self._shell = shell
        self._records = sorted(records, key=lambda each: each.order)
        self._pages = {"posts": posts, "tags": tags}
        self._posts = _grouped((each.post, each) for each in records if each.post)
        self._tags = _grouped((tag, each) for each in records for tag in each.tags)

    def files(self) -> Iterator[File]:
        """Yield every page."""
        yield "index.html", self._start()
        yield from self._dates()
        yield from self._named("posts", "Posts", self._posts)
        yield from self._named("tags", "Tags", self._tags)

    def _start(self) -> str:
        content = joined(
            (
                search_form(""),
                some("section", element("h2", "Dates"), calendar(self._records, "dates/")),
                self._foremost("posts", "Posts", self._posts),
                self._foremost("tags", "Tags", self._tags),
            )
        )
        return self._shell.index(self._shell.title, content, _how_many(self._records), up="")

    def _foremost(self, folder: str, title: str, groups: Grouped) -> Markup:
        first = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))[:_FOREMOST]
        if not first:
            return NOTHING
        words = f"All {len(groups):,} {folder}"
        more = element("p", element("a", words, href=f"{folder}/index.html"))
        inside = counts(self._counts(folder, dict(first), f"{folder}/"))
        return element("section", element("h2", title), inside, more)

    def _dates(self) -> Iterator[File]:
        content = calendar(self._records, "")
        yield "dates/index.html", self._shell.index("Dates", content, _how_many(self._records))
        dated = [each for each in self._records if each.month != UNDATED]
        for year, group in groupby(dated, _year_of):
            yield from self._period(year, list(group))
        for month, group in groupby(self._records, _month_of):
            yield from self._period(month, list(group))

    def _period(self, period: str, cables: Sequence[Record]) -> Iterator[File]:
        """Return a month's cables, or a year's month by month."""
        how_many = _how_many(cables)
        for part, some_of_them in parts(f"dates/{period}", cables):
            is_month = period == cables[0].month
            shown = listing(some_of_them) if is_month else sections(some_of_them, _month_of)
            content = joined(filter(None, (shown, part.navigation)), "\n")
            yield f"{part.name}.html", self._shell.index(period_name(period), content, how_many)

    def _named(self, folder: str, title: str, groups: Grouped) -> Iterator[File]:
        how_many = f"{len(groups):,} {folder}"
        for part, names in parts(f"{folder}/index", sorted(groups.items())):
            shown = counts(self._counts(folder, dict(names), ""))
            content = joined(filter(None, (shown, part.navigation)), "\n")
            yield f"{part.name}.html", self._shell.index(title, content, how_many)
        for name, cables in groups.items():
            yield from self._cables_of(f"{folder}/{self._pages[folder][name]}", name, cables)

    def _cables_of(self, page: str, name: str, cables: Sequence[Record]) -> Iterator[File]:
        in_order = sorted(cables, key=lambda each: each.order)
        for part, some_of_them in parts(page, in_order):
            shown = (sections(some_of_them, _year_of), part.navigation)
            content = joined(filter(None, shown), "\n")
            yield f"{part.name}.html", self._shell.index(name, content, _how_many(cables))

    def _counts(self, folder: str, groups: Grouped, up: str) -> Iterator[Count]:
        for name, cables in groups.items():
            yield Count(name, f"{up}{self._pages[folder][name]}.html", len(cables))


def sections(records: Iterable[Record], period: Callable[[Record], str]) -> Markup:
    """Return a list with a heading for each year or month."""
    groups = groupby(sorted(records, key=lambda each: each.order), period)
    return joined(
        joined((element("h2", period_name(each)), listing(group)), "\n") for each, group in groups
    )


def _month_of(record: Record) -> str:
    return record.month


def _year_of(record: Record) -> str:
    return record.month.partition("-")[0]


def _how_many(records: Sequence[Record]) -> str:
    years = sorted({each.month[:4] for each in records if each.month != UNDATED})
    number = f"{len(records):,} cable{'' if len(records) == 1 else 's'}"
    if not years:
        return number
    return f"{number}, {years[0]}" + (f" to {years[-1]}" if years[0] != years[-1] else "")


def _grouped(pairs: Iterable[tuple[str, Record]]) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = {}
    for name, each in pairs:
        groups.setdefault(name, []).append(each)
    return groups
