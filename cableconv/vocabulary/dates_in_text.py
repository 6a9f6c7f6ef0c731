"""Dates on the E.O. line: month first, in digits or words, or broken by spaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from cableconv.patterns import in_capitals, pattern
from cableconv.vocabulary.dates import full_year
from cableconv.vocabulary.months import ABBREVIATED_MONTHS, BEGINNINGS

_MONTH = rf"(?P<m>{BEGINNINGS})[A-Z]*"
_DAY = r"(?P<d>\d{1,2})(?:ST|ND|RD|TH)?"
_YEAR = r"(?P<y>\d{4}|\d\d)(?!\d)"
_STROKE = r"\s?[/.-]{1,2}\s?"

_Taken = tuple[str, int, int]


def _figures(found: re.Match[str]) -> _Taken:
    return found["y"], int(found["m"]), int(found["d"])


def _words(found: re.Match[str]) -> _Taken:
    return found["y"], ABBREVIATED_MONTHS.index(in_capitals(found["m"])) + 1, int(found["d"])


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Taken]], ...] = tuple(
    (pattern(expression, re.IGNORECASE), take)
    for expression, take in (
        (
            rf"(?P<y>(?:19|20)\d\d){_STROKE}(?P<m>\d{{1,2}}){_STROKE}(?P<d>\d{{1,2}})(?!\d)",
            _figures,
        ),
        (rf"(?<!\d)(?P<m>\d{{1,2}}){_STROKE}(?P<d>\d{{1,2}}){_STROKE}{_YEAR}", _figures),
        (rf"{_MONTH}\W{{0,2}}{_DAY}\W{{1,2}}{_YEAR}", _words),
        (rf"(?<!\d){_DAY}\W{{0,2}}(?:OF\s)?{_MONTH}\W{{0,2}}{_YEAR}", _words),
        (r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)", _figures),
    )
)
# a slash may be lost only if the year has four digits
_MENDED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Taken]], ...] = (
    *_FORMS,
    (pattern(r"(?<!\d)(?P<m>\d\d)/?(?P<d>\d\d)/?(?P<y>(?:19|20)\d\d)(?!\d)"), _figures),
)
_IN_WORDS = pattern(
    r"(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY,?\s[A-Z0-9 ,]{5,20}\s\d{4}"
    r"(?:[\s,]+\d{1,2}:\d\d(?::\d\d)?)?(?:\s?(?:Z|GMT|UTC))?$",
    re.IGNORECASE,
)
_DAYS = frozenset("MTWFSmtwfs\u017f")  # with the long s, which ignoring case matches as s
_ENDS_OF_DAYS = frozenset("0123456789ZTCztc")
_BLANK = pattern(r"(?<=[\d/.-])\s+(?=[\d/.-])")
_LETTER = pattern(r"(?<=[\d/])[OolI](?=[\d/])|\b[lI](?=\d/)")


def find_date(text: str) -> str | None:
    """Return the first date in ``text``, in any form of the field, as ISO 8601."""
    return _first(text, _FORMS)


def day_in_words(text: str) -> str | None:
    """Return the day of a line that consists of a date (``Tuesday, 3 March 2009, 14:05``)."""
    may_be = text[:1] in _DAYS and text[-1:] in _ENDS_OF_DAYS and "DAY" in text.upper()
    return find_date(text) if may_be and _IN_WORDS.match(text) else None


def find_mended_date(text: str) -> str | None:
    """Return a date with spaces inside, a lost slash, or a letter instead of a digit."""
    figures = _LETTER.sub(lambda found: "0" if found[0] in "Oo" else "1", text)
    return _first(figures, _MENDED) or _first(_BLANK.sub("", figures), _MENDED)


def _first(
    text: str, forms: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Taken]], ...]
) -> str | None:
    for form, take in forms if any(map(str.isdecimal, text)) else ():
        if found := form.search(text):
            year, month, day = take(found)
            for first, second in ((month, day), (day, month)):
                try:
                    return date(full_year(year), first, second).isoformat()
                except ValueError:
                    continue
    return None
