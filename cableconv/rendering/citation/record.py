"""The data that every form of a citation needs."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from cableconv.cable import Cable
from cableconv.rendering.characters import one_line
from cableconv.rendering.citation.holdings import Holding, holding
from cableconv.rendering.citation.offices import in_words, post_in_words
from cableconv.rendering.dates import parsed, year_of
from cableconv.rendering.links import address_from_anywhere
from cableconv.rendering.message_data import marking


class Record(NamedTuple):
    """One citation; what the cable lacks is None or empty."""

    key: str | None
    number: str | None
    title: str
    sender: str | None
    recipients: tuple[str, ...]
    date: datetime | None
    marking: str
    tags: tuple[str, ...]
    summary: str | None
    holding: Holding | None
    url: str | None
    accessed: datetime | None


def record(
    cable: Cable, archive: str | None, accessed: str | None, country: str = "U.S."
) -> Record:
    """Return the citation data of a cable; ``archive`` and ``accessed`` are options."""
    return Record(
        key=cable.key,
        number=_number(cable),
        title=cable.subject or telegram(_number(cable)),
        sender=_sender(cable, country),
        recipients=tuple(in_words(each.name, country) for each in cable.to),
        date=parsed(cable.date) if cable.date else None,
        marking=marking(cable),
        tags=cable.tags,
        summary=cable.summary,
        holding=holding(cable, archive),
        url=address_from_anywhere(cable.source.url),
        accessed=parsed(accessed) if accessed else None,
    )


def _sender(cable: Cable, country: str) -> str | None:
    """Return the sender by its address, or else by its post, which the number names."""
    origin = cable.origin
    if origin and origin.name:
        return in_words(origin.name, country)
    day = cable.date or str(year_of(cable) or "")
    return post_in_words(origin.post, country, day) if origin and origin.post else None


def telegram(number: str | None) -> str:
    """Return ``Telegram 123``, or as much of it as is known."""
    return f"Telegram {number}" if number else "Telegram"


def _number(cable: Cable) -> str | None:
    """Return the message's number without leading zeros, and the section, if there are several."""
    number = cable.number
    serial = one_line(number.serial).lstrip("0") if number else None
    if number and serial and not (cable.id or cable.origin):
        serial = f"{one_line(number.station)} {serial}"  # otherwise the station would be missing
    section = cable.section
    part = f"section {section.number} of {section.total}" if section else None
    return ", ".join(filter(None, (serial, part))) or None
