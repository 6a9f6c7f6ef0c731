"""The index pages: by date, by post, by tag, and the start page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from urllib.parse import quote

from cableconv.rendering.post_names import post_name
from cableconv.rendering.tag_meanings import meaning

from cableconv_html.markup import NOTHING, Markup, element, joined, some
from cableconv_html.site.calendar import calendar, period_name
from cableconv_html.site.file_names import page_name
from cableconv_html.site.listings import Count, counts, keys, listing
from cableconv_html.site.pages import MOST, parts
from cableconv_html.site.records import UNDATED, Record
from cableconv_html.site.shell import File, Shell, search_form
from cableconv_html.site.tag_pages import TagPages

_FOREMOST = 30
"""The number of posts and tags listed on the start page."""

_BROAD = 1_000
"""A tag of more cables has no list of them, but leads to the search."""

Show = Callable[[Iterable[Record]], Markup]
"""How a list shows its cables."""


class Indexes:
    """Writes the index pages of a site; ``records`` are in the order of their dates."""

    def __init__(self, shell: Shell, records: Sequence[Record], tags: TagPages) -> None:
        self._shell = shell
        self._records = records
        self._tags = tags
        self._posts: dict[str, list[Record]] = {}
        for each in records:
            if each.post:
                self._posts.setdefault(page_name(each.post, "post"), []).append(each)

    def files(self) -> Iterator[File]:
        """Yield every page."""
        yield "index.html", self._start()
        yield from self._dates()
        yield from self._names("posts", "Posts", list(self._post_counts("")))
        for page, cables in self._posts.items():
            name = _name_of(cables)
            yield from self._cables_of(f"posts/{page}", name, cables, _how_many(cables), listing)
        yield from self._names("tags", "Tags", list(self._tag_counts("")))
        for page, cables in self._tags.frequent.items():
            yield from self._tag(f"tags/{page}", self._tags.names[page], cables)
        yield from self._rare_tags()

    def _start(self) -> str:
        content = joined(
            (
                search_form(""),
                some("section", element("h2", "Dates"), calendar(self._records, "dates/")),
                _foremost("posts", "Posts", list(self._post_counts("posts/"))),
                _foremost("tags", "Tags", list(self._tag_counts("tags/"))),
            )
        )
        return self._shell.index(self._shell.title, content, _how_many(self._records), up="")

    def _post_counts(self, up: str) -> Iterator[Count]:
        """Yield posts by name."""
        named = sorted((_name_of(cables), page) for page, cables in self._posts.items())
        return (Count(name, f"{up}{page}.html", len(self._posts[page])) for name, page in named)

    def _tag_counts(self, up: str) -> Iterator[Count]:
        """Yield tags by name."""
        tags = self._tags
        for name, page in sorted((name, page) for page, name in tags.names.items()):
            yield Count(name, f"{up}{tags.address(name)}", tags.numbers[page], meaning(name))

    def _dates(self) -> Iterator[File]:
        content = calendar(self._records, "")
        yield "dates/index.html", self._shell.index("Dates", content, _how_many(self._records))
        dated = [each for each in self._records if each.month != UNDATED]
        for year, group in groupby(dated, _year_of):
            cables = list(group)
            yield f"dates/{year}.html", self._shell.index(year, _year(cables), _how_many(cables))
        for month, group in groupby(self._records, _month_of):
            yield from self._month(month, list(group))

    def _month(self, month: str, cables: Sequence[Record]) -> Iterator[File]:
        for part, some_of_them in parts(f"dates/{month}", cables):
            content = joined(filter(None, (listing(some_of_them), part.navigation)), "\n")
            page = self._shell.index(period_name(month), content, _how_many(cables))
            yield f"{part.name}.html", page

    def _names(self, folder: str, title: str, names: Sequence[Count]) -> Iterator[File]:
        how_many = f"{len(names):,} {folder}"
        for part, some_of_them in parts(f"{folder}/index", names):
            content = joined(filter(None, (counts(some_of_them), part.navigation)), "\n")
            yield f"{part.name}.html", self._shell.index(title, content, how_many)

    def _cables_of(
        self, page: str, name: str, cables: Sequence[Record], lead: str, show: Show
    ) -> Iterator[File]:
        for part, some_of_them in parts(page, cables):
            shown = sections(some_of_them, _year_of, show)
            content = joined(filter(None, (shown, part.navigation)), "\n")
            yield f"{part.name}.html", self._shell.index(name, content, lead)

    def _tag(self, page: str, name: str, cables: Sequence[Record]) -> Iterator[File]:
        lead = ". ".join(filter(None, (meaning(name), _how_many(cables))))
        if len(cables) > _BROAD:
            yield f"{page}.html", self._shell.index(name, _years_of(name, cables), lead)
        else:
            shown = keys_of if len(cables) > MOST else listing
            yield from self._cables_of(page, name, cables, lead, shown)

    def _rare_tags(self) -> Iterator[File]:
        for part, entries in self._tags.shared:
            groups = groupby(entries, itemgetter(0))
            shown = [self._rare_tag(page, group) for page, group in groups]
            content = joined(filter(None, (*shown, part.navigation)), "\n")
            yield f"{part.name}.html", self._shell.index("Rare tags", content)

    def _rare_tag(self, page: str, entries: Iterable[tuple[str, Record]]) -> Markup:
        name = self._tags.names[page]
        heading = element("h2", name, id=page, title=meaning(name))
        cables = (each for _, each in entries)
        return joined((heading, listing(cables, is_below_year=False)), "\n")


def sections(
    records: Iterable[Record], period: Callable[[Record], str], show: Show = listing
) -> Markup:
    """Return a list with a heading for each year or month."""
    groups = groupby(records, period)
    return joined(
        joined((element("h2", period_name(each)), show(group)), "\n") for each, group in groups
    )


def _name_of(cables: Sequence[Record]) -> str:
    """Return the name of the post that the cables are from."""
    return post_name(cables[0].post or "")


def _year(cables: Sequence[Record]) -> Markup:
    """Return a year's cables month by month; just their months if a page cannot hold them all."""
    if len(cables) > MOST:
        return calendar(cables, "")
    return sections(cables, _month_of)


def _years_of(tag: str, cables: Iterable[Record]) -> Markup:
    """Return a link to the search for each year, instead of a list that is too long to use."""
    asked = f"../search.html#tag={quote(tag)}"
    years = Counter(str(each.year or UNDATED) for each in cables)
    named = (
        Count(period_name(year), asked if year == UNDATED else f"{asked}&year={year}", number)
        for year, number in sorted(years.items())
    )
    return joined((element("p", element("a", "Search all of them", href=asked)), counts(named)))


def keys_of(records: Iterable[Record]) -> Markup:
    """Return the keys of a year's cables, for a list of which nobody reads every title."""
    return element("p", keys(records), class_="keys")


def _foremost(folder: str, title: str, names: Sequence[Count]) -> Markup:
    if not names:
        return NOTHING
    first = sorted(names, key=lambda each: (-each.cables, each.name))[:_FOREMOST]
    words = f"All {len(names):,} {folder}"
    more = element("p", element("a", words, href=f"{folder}/index.html"))
    return element("section", element("h2", title), counts(first), more)


def _month_of(record: Record) -> str:
    return record.month


def _year_of(record: Record) -> str:
    return record.period


def _how_many(records: Sequence[Record]) -> str:
    years = sorted({each.period for each in records if each.month != UNDATED})
    number = f"{len(records):,} cable{'' if len(records) == 1 else 's'}"
    if not years:
        return number
    return f"{number}, {years[0]}" + (f" to {years[-1]}" if years[0] != years[-1] else "")
