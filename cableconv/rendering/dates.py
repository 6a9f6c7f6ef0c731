"""Dates of the tree (ISO 8601) in the style of an American office."""

from __future__ import annotations

from datetime import UTC, datetime

from cableconv.cable import Cable
from cableconv.patterns import pattern
from cableconv.vocabulary.dates import full_year
from cableconv.vocabulary.months import MONTHS as MONTHS

_DAY = "2007-01-08"
_YEAR_OF_DATE = pattern(r"[0-9]{4}(?=-)")
_YEAR_OF_ID = pattern(r"[0-9]{2}(?=[A-Z])")


def in_words(date: str) -> str:
    """Return ``January 8, 2007, 12:31 UTC``; other texts than ISO 8601 stay as they are."""
    moment = parsed(date)
    if moment is None:
        return date
    return f"{day(moment)}, {moment:%H:%M} UTC" if has_time(date) else day(moment)


def day(moment: datetime) -> str:
    """Return ``January 8, 2007``."""
    return f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year}"


def has_time(date: str) -> bool:
    """Whether an ISO date has a time."""
    return len(date) > len(_DAY)


def parsed(date: str) -> datetime | None:
    """Return the datetime in UTC; None if the text isn't ISO 8601."""
    try:
        moment = datetime.fromisoformat(date)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def year_of(cable: Cable) -> int | None:
    """Return the year of the date-time group, or else of the id; None if neither has it."""
    found = _YEAR_OF_DATE.match(cable.date or "") or _YEAR_OF_ID.match(cable.key or "")
    return full_year(found[0]) if found else None
