"""Place and date, ``Oslo, January 8, 2007, 1231Z.``, and the number that opens the text."""

from __future__ import annotations

from cableconv.cable import Cable
from cableconv.rendering.characters import one_line
from cableconv.rendering.column_values import date_time_group
from cableconv.rendering.dates import day, has_time, parsed
from cableconv.rendering.foreign_relations.names import day_of
from cableconv.rendering.message_data import designation
from cableconv.vocabulary.offices import office


def dateline(cable: Cable) -> str:
    """Return the known parts of it, ending with a full stop; empty if there are none.

    A date whose year is unknown is as printed.
    """
    when = _when(cable.date) or one_line(date_time_group(cable) or "")
    known = ", ".join(filter(None, (place_of(cable), when)))
    return f"{known}." if known else ""


def place_of(cable: Cable) -> str:
    """Return the city that the cable was sent from; empty if the tables lack the sender."""
    origin = cable.origin
    names = (origin.name, origin.post) if origin else ()
    found = (office(one_line(name), day_of(cable)).place for name in names if name)
    return next(filter(None, found), "")


def number_in_line(cable: Cable) -> str:
    """Return the number that opens the text, without the station, which the headline names."""
    serial = one_line(cable.number.serial).lstrip("0") if cable.number else ""
    return serial or designation(cable)


def _when(date: str | None) -> str:
    moment = parsed(date) if date else None
    if moment is None:
        return date or ""
    return f"{day(moment)}, {moment:%H%M}Z" if date and has_time(date) else day(moment)
