"""Dates of the tree (ISO 8601) as ``<time>`` elements."""

from __future__ import annotations

from datetime import datetime

from cableconv.rendering import dates

from cableconv_html.markup import Markup, element, text

_TELEGRAPH = 1800
"""The first year that a telegram can be of; an older date is a misprint."""


def dated(date: str) -> Markup:
    """``<time>`` with the date in words; the text as it is if it is not an ISO 8601 date."""
    moment = parsed(date)
    if moment is None:
        return text(date)
    precise = "%Y-%m-%dT%H:%M:%SZ" if dates.has_time(date) else "%Y-%m-%d"
    return element("time", dates.in_words(date), datetime=moment.strftime(precise))


def parsed(date: str) -> datetime | None:
    """The moment in UTC; None if it is not an ISO 8601 date or older than the telegraph."""
    moment = dates.parsed(date)
    return moment if moment and moment.year > _TELEGRAPH else None
