"""Dates of the tree (ISO 8601) as ``<time>`` elements."""

from __future__ import annotations

from datetime import datetime

from cableconv.rendering import dates

from cableconv_html.markup import Markup, element, text

_TELEGRAPH = 1800
"""The earliest possible year of a telegram; an older date is a misprint."""


def dated(date: str) -> Markup:
    """Return a ``<time>`` with the date in words; other texts than ISO 8601 dates unchanged."""
    moment = parsed(date)
    if moment is None:
        return text(date)
    precise = "%Y-%m-%dT%H:%M:%SZ" if dates.has_time(date) else "%Y-%m-%d"
    return element("time", dates.in_words(date), datetime=moment.strftime(precise))


def parsed(date: str) -> datetime | None:
    """Return the datetime in UTC; None if it is not ISO 8601 or older than the telegraph."""
    moment = dates.parsed(date)
    return moment if moment and moment.year > _TELEGRAPH else None
