"""Date-time groups: ``081231Z JAN 07`` (ACP 127 para 113)."""

from __future__ import annotations

import re
from datetime import datetime

from cableconv.patterns import pattern
from cableconv.vocabulary.months import ABBREVIATED_MONTHS

_DTG = pattern(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s?(?P<zone>(?-i:[A-Za-z]))\s+"
    r"(?P<month>(?-i:[A-Za-z]){3})(?-i:[A-Za-z])*\.?\s+(?P<year>\d{4}|\d\d)",
    re.IGNORECASE,
)
FIRST_YEAR = 66
"""Two-digit years below this one belong to the 2000s, as the oldest cables kept are of 1966."""


def full_year(digits: str) -> int:
    """Return the year for two or four digits."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= FIRST_YEAR else 2000)


def printed_year(text: str) -> str | None:
    """Return the last two digits of a date-time group's year, even if the rest is not a date."""
    found = _DTG.search(text)
    return found["year"][-2:] if found else None


def read_dtg(text: str) -> str | None:
    """Return ISO 8601 in UTC; ``None`` if the text is not a date."""
    found = _DTG.search(text)
    if found is None or found["month"].upper() not in ABBREVIATED_MONTHS:
        return None
    try:
        moment = datetime(
            full_year(found["year"]),
            ABBREVIATED_MONTHS.index(found["month"].upper()) + 1,
            int(found["day"]),
            int(found["hour"]),
            int(found["minute"]),
        )
    except ValueError:
        return None
    return f"{moment.isoformat()}Z"
