"""Dates as attributes of TEI, and in an American editor's style."""

from __future__ import annotations

from cableconv.rendering.dates import day, has_time, parsed

from cableconv_tei.elements import Markup, element, text


def dated(date: str) -> Markup:
    """Return ``<date when="2007-01-08T12:31:00Z">January 8, 2007, 1231Z</date>``.

    Other texts than ISO 8601 dates stay as they are, without the attribute.
    """
    moment = parsed(date)
    if moment is None:
        return element("date", text(date))
    if not has_time(date):
        return element("date", text(day(moment)), when=moment.date().isoformat())
    words = f"{day(moment)}, {moment:%H%M}Z"
    return element("date", text(words), when=f"{moment.replace(tzinfo=None).isoformat()}Z")
