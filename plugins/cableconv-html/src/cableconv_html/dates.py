"""Dates of the tree (ISO 8601) as an American office writes them."""

from __future__ import annotations

from datetime import UTC, datetime

from cableconv_html.markup import Markup, element, text

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAY = "2007-01-08"


def dated(date: str) -> Markup:
    """``<time>`` with the date in words; text as it is, where it is no date of ISO 8601."""
    moment = parsed(date)
    if moment is None:
        return text(date)
    if len(date) <= len(_DAY):
        return element("time", day(moment), datetime=f"{moment:%Y-%m-%d}")
    words = f"{day(moment)}, {moment:%H:%M} UTC"
    return element("time", words, datetime=f"{moment:%Y-%m-%dT%H:%M:%SZ}")


def day(moment: datetime) -> str:
    """``January 8, 2007``."""
    return f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year}"


def parsed(date: str) -> datetime | None:
    """The moment in UTC, or ``None`` where it isn't ISO 8601 or older than the telegraph."""
    try:
        moment = datetime.fromisoformat(date)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return moment if moment.year > 1800 else None
