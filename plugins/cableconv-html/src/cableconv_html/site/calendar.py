"""Years and months: their names, and a table with the number of cables in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from cableconv.rendering.dates import MONTHS

from cableconv_html.markup import NOTHING, Markup, element, joined
from cableconv_html.site.records import UNDATED, Record

_CAPTION = "Cables by month"


def calendar(records: Iterable[Record], folder: str) -> Markup:
    """Return a table of years and months with numbers of cables and links to them."""
    numbers = Counter(each.month for each in records)
    years = sorted({month[:4] for month in numbers if month != UNDATED})
    table = _table(_year(year, numbers, folder) for year in years) if years else NOTHING
    return joined((table, _undated(numbers[UNDATED], folder)))


def period_name(period: str) -> str:
    """Return ``March 2008`` for ``2008-03``; ``2008`` unchanged."""
    year, _, month = period.partition("-")
    if year == UNDATED:
        return "Without a date"
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def _table(years: Iterable[Markup]) -> Markup:
    names = (element("th", name[:3], scope="col", class_="figure") for name in MONTHS)
    head = element("thead", element("tr", element("th", "Year", scope="col"), *names))
    table = element("table", element("caption", _CAPTION), head, element("tbody", *years))
    return element(
        "div", table, class_="wide calendar", tabindex=0, role="group", aria_label=_CAPTION
    )


def _undated(number: int, folder: str) -> Markup:
    if not number:
        return NOTHING
    words = f"{number:,} without a date"
    return element("p", element("a", words, href=f"{folder}{UNDATED}.html"))


def _year(year: str, numbers: Mapping[str, int], folder: str) -> Markup:
    months = (f"{year}-{number:02}" for number in range(1, 13))
    cells = (element("td", _month(month, numbers, folder), class_="figure") for month in months)
    name = element("a", year, href=f"{folder}{year}.html")
    return element("tr", element("th", name, scope="row"), *cells)


def _month(month: str, numbers: Mapping[str, int], folder: str) -> Markup:
    number = numbers.get(month, 0)
    label = f"{number:,} in {period_name(month)}"
    link = element("a", f"{number:,}", href=f"{folder}{month}.html", aria_label=label)
    return link if number else NOTHING
