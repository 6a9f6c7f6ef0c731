"""Dates as attributes of TEI and as an American editor writes them."""

from __future__ import annotations

from datetime import UTC, datetime

from cableconv_tei.elements import Markup, element, text

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAY = "2007-01-08"


def dated(date: str) -> Markup:
    """``<date when="2007-01-08T12:31:00Z">January 8, 2007, 1231Z</date>``.

    What is no date of ISO 8601 stands as it is, without the attribute.
    """
    moment = _parsed(date)
    if moment is None:
        return element("date", text(date))
    words = f"{_MONTHS[moment.month - 1]} {moment.day}, {moment.year}"
    if len(date) <= len(_DAY):
        return element("date", text(words), when=moment.date().isoformat())
    words = f"{words}, {moment:%H%M}Z"
    return element("date", text(words), when=f"{moment.replace(tzinfo=None).isoformat()}Z")


def _parsed(date: str) -> datetime | None:
    """The moment in UTC."""
    try:
        moment = datetime.fromisoformat(date)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
