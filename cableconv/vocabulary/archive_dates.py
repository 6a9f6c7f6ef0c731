"""Dates in columns of archives: ``12/28/1966 18:06``, ``2008-03-01 12:00:00``, C's asctime()."""

from __future__ import annotations

from cableconv.patterns import pattern
from cableconv.vocabulary.months import ABBREVIATED_MONTHS

_AMERICAN = pattern(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: (\d{1,2}):(\d\d)(?::\d\d)?)?$")
_ISO = pattern(
    r"(\d{4}-\d\d-\d\d)[ T](\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]00:?(?:00)?)?$"
)
_ASCTIME = pattern(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d):\d\d"
    r"(?P<zone> [+-]\d{4})? (?P<year>\d{4})$"
)


def iso_date(text: str) -> str:
    """Return the date in ISO 8601, to the minute; other texts stay as printed."""
    if found := _ISO.match(text):
        day, hour, minute, second = found.groups()
        if (int(hour), minute, second) == (0, "00", "00"):
            return day  # a column of days, printed with a time
        return f"{day}T{hour:0>2}:{minute}"
    if (found := _ASCTIME.match(text)) and found[1].upper() in ABBREVIATED_MONTHS:
        of_year = ABBREVIATED_MONTHS.index(found[1].upper()) + 1
        day = f"{found['year']}-{of_year:02}-{found[2]:0>2}"
        return day if found["zone"] else f"{day}T{found[3]}"  # the hour of another place
    found = _AMERICAN.match(text)
    if found is None:
        return text
    month, day, year, hour, minute = found.groups()
    date = f"{year}-{month:0>2}-{day:0>2}"
    return f"{date}T{hour:0>2}:{minute}" if hour else date
