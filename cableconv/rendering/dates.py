"""Dates of the tree (ISO 8601) as an American office writes them."""

from __future__ import annotations

from datetime import UTC, datetime

from cableconv.vocabulary.months import MONTHS as MONTHS

_DAY = "2007-01-08"


def in_words(date: str) -> str:
    """``January 8, 2007, 12:31 UTC``; the text as it is if it isn't ISO 8601."""
    moment = parsed(date)
    if moment is None:
        return date
    return f"{day(moment)}, {moment:%H:%M} UTC" if has_time(date) else day(moment)


def day(moment: datetime) -> str:
    """``January 8, 2007``."""
    return f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year}"


def has_time(date: str) -> bool:
    """Whether an ISO date says more than the day."""
    return len(date) > len(_DAY)


def parsed(date: str) -> datetime | None:
    """The moment in UTC; None if the text isn't ISO 8601."""
    try:
        moment = datetime.fromisoformat(date)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
