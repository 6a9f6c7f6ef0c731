"""The date-time group as mail writes dates."""

from __future__ import annotations

from email.utils import format_datetime

from cableconv.rendering.dates import parsed

_FIRST_YEAR = 1900  # RFC 5322, 3.3


def sent(date: str | None) -> str | None:
    """``Fri, 01 Feb 2008 09:30:00 +0000``; ``None`` where there is none that mail can write."""
    moment = parsed(date or "")
    return format_datetime(moment) if moment and moment.year >= _FIRST_YEAR else None
