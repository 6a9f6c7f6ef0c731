"""The date-time group as mail writes dates."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime

_FIRST_YEAR = 1900  # RFC 5322, 3.3


def sent(date: str | None) -> str | None:
    """``Fri, 01 Feb 2008 09:30:00 +0000``; ``None`` where there is none that mail can write."""
    try:
        moment = datetime.fromisoformat(date or "")
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return format_datetime(moment) if moment.year >= _FIRST_YEAR else None
