"""Dates in columns of archives: ``12/28/1966 18:06``, ``2008-03-01 12:00:00``."""

from __future__ import annotations

from cableconv.patterns import pattern

_AMERICAN = pattern(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: (\d{1,2}):(\d\d)(?::\d\d)?)?$")
_ISO = pattern(
    r"(\d{4}-\d\d-\d\d)[ T](\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]00:?(?:00)?)?$"
)


def iso_date(text: str) -> str:
    """Return the date in ISO 8601, to the minute; other texts stay as printed."""
    if found := _ISO.match(text):
        day, hour, minute, second = found.groups()
        if (int(hour), minute, second) == (0, "00", "00"):
            return day  # a column of days, printed with a time
        return f"{day}T{hour:0>2}:{minute}"
    found = _AMERICAN.match(text)
    if found is None:
        return text
    month, day, year, hour, minute = found.groups()
    date = f"{year}-{month:0>2}-{day:0>2}"
    return f"{date}T{hour:0>2}:{minute}" if hour else date
