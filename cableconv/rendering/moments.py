"""Dates of the tree as moments and days."""

from __future__ import annotations

from datetime import date, datetime

from cableconv.rendering.dates import parsed


def moment(text: str) -> datetime | None:
    """The moment in UTC; None of what is not ISO 8601."""
    return parsed(text)


def day(text: str) -> date | None:
    """The day; None of what is not ISO 8601."""
    found = parsed(text)
    return found.date() if found else None
