"""Dates of the tree (ISO 8601) as an American office writes them."""

from __future__ import annotations

from datetime import datetime

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
    return f"{day}, {moment:%H:%M} UTC" if "T" in date else day


def parsed(date: str) -> datetime | None:
    """The moment, or ``None`` where it isn't ISO 8601."""
    try:
        return datetime.fromisoformat(date)
    except ValueError:
        return None
