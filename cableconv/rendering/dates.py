"""Dates of the tree (ISO 8601) as an American office writes them."""

from __future__ import annotations

from datetime import UTC, datetime

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def in_words(date: str) -> str:
    """``January 8, 2007, 12:31 UTC``; the date as it is, where it isn't ISO 8601."""
    moment = parsed(date)
    if moment is None:
        return date
    day = f"{_MONTHS[moment.month - 1]} {moment.day}, {moment.year}"
    return f"{day}, {moment:%H:%M} UTC" if len(date) > len("2007-01-08") else day


def parsed(date: str) -> datetime | None:
    """The moment in UTC, or ``None`` where it isn't ISO 8601."""
    try:
        moment = datetime.fromisoformat(date)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
