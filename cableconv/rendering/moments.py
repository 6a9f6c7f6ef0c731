"""Dates of the tree as datetime and date."""

from __future__ import annotations

from datetime import date, datetime

from cableconv.rendering.dates import parsed


def moment(text: str) -> datetime | None:
    """Return the datetime in UTC; None if the text is not ISO 8601."""
    return parsed(text)


def day(text: str) -> date | None:
    """Return the date; None if the text is not ISO 8601."""
    found = parsed(text)
    return found.date() if found else None
