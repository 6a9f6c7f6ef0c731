"""Years of cited cables: before the station, after the number, or in a date after it."""

from __future__ import annotations

import re

from cableconv.patterns import pattern
from cableconv.vocabulary.dates import full_year
from cableconv.vocabulary.months import BEGINNINGS

BEFORE = r"(?:19|20)\d\d|['’‘`]?[\dO]\d"
"""A year of two or four digits; the letter O may replace the digit."""
BEHIND_SLASH = r"/(?:[09]\d|10)(?=\s*(?:[;,]|AND\b|$))"
"""A year that ends an entry, after a number of any length: ``LONDON 12/06``."""

WHOLE_BEHIND_SLASH = r"/(?:19|20)\d\d(?=\s*(?:[;,.)]|AND\b|$))"
"""The same in four digits: ``OSLO 12/2006``."""

_MONTH = rf"(?:{BEGINNINGS})[A-Z]*\.?"
_ANY = r"(?P<{0}>(?:19|20)\d\d|['’]?\d\d)(?!\d)"
_WHEN = (
    rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_ANY.format('in_numbers')}"
    rf"|(?:\d{{6}}Z|\d{{1,2}})[\s-]*{_MONTH},?[\s-]*{_ANY.format('day_first')}"
    rf"|{_MONTH}\s*(?:\d{{1,2}}(?:TH|ST|ND|RD)?,\s*{_ANY.format('month_first')}"
    r"|(?P<month_only>(?:19|20)\d\d|['’]\d\d))"
)
_ENDS = r"(?=\s*(?:[;,.&()]|AND\b|$))"
_DATE = pattern(
    r"\s*+(?:,\s*+)?(?:[(\[]\s*+)?(?:OF|DATED|DTD|DTG|ON|FROM)?[\s:]*+"
    rf"(?:{_WHEN})(?:\s+\d{{4}}Z)?\s*[)\]]?{_ENDS}",
    re.IGNORECASE,
)
_BARE = pattern(
    r"(?:(?<=\d{3})[-/](?P<glued>\d\d)\b(?!/)"
    rf"|(?={BEHIND_SLASH})/(?P<slashed>\d\d)"
    rf"|(?={WHOLE_BEHIND_SLASH})/(?P<whole>\d{{4}})"
    r"|\s*[(\[]\s*(?P<long>(?:19|20)\d\d)\s*[)\]]"
    r"|\s*[(\[]\s*(?P<short>['’]?\d\d)\s*[)\]](?=\s*(?:[;,.&([]|AND\b|NOTAL|[A-Z][.):]|$))"
    rf"|\s+(?:OF\s+|IN\s+)?(?P<alone>(?:19|20)\d\d|['’]\d\d|(?<=\d{{3}}\s)\d\d){_ENDS})",
    re.IGNORECASE,
)
_FIGURE = pattern(r"\d")
_ENDS_ENTRY = frozenset(";.)&")
_LONGEST_AGO = 30


def two_digits(year: str) -> str:
    """Return ``2007``, ``'07`` and ``O7`` as ``07``."""
    return year[-2:].upper().replace("O", "0")


def is_past(year: str, own: str | None) -> bool:
    """Whether a cable of the year ``own`` can cite one of ``year`` (two digits each)."""
    return own is None or 0 <= full_year(own) - full_year(year) <= _LONGEST_AGO


def figures_follow(text: str, position: int) -> bool:
    """Whether there is a digit at ``position`` or later."""
    return _FIGURE.search(text, position) is not None


def year_behind(text: str, position: int, own: str | None) -> tuple[int, str | None]:
    """Return the year (two digits) after a number, and the end of its text."""
    if text[position : position + 1] in _ENDS_ENTRY or not figures_follow(text, position):
        return position, None
    for form in (_BARE, _DATE):
        found = form.match(text, position)
        printed = next(filter(None, found.groups()), None) if found else None
        if found and printed and is_past(year := two_digits(printed), own):
            return found.end(), year
    return position, None
