"""Who a cable is: its id, its date, and what was taken from where."""

from __future__ import annotations

from typing import NamedTuple

from cableconv.parser.classline import ClassLine
from cableconv.parser.dtg import printed_year, read_dtg
from cableconv.parser.heading import Heading
from cableconv.parser.ledger import Ledger
from cableconv.telegram import Telegram
from cableconv.vocabulary import stations


class Identity(NamedTuple):
    """``year`` has two digits and stands in for references that print none."""

    id: str | None
    date: str | None
    year: str | None


def identify(
    heading: Heading, classed: ClassLine | None, telegram: Telegram, ledger: Ledger
) -> Identity:
    """Id and date by the telegram; the container's year only helps references."""
    printed = next((t.dtg for t in heading.transmissions if t.dtg), None)
    date = read_dtg(printed) if printed else None
    if printed and date is None:
        ledger.doubt("date-invalid", path="date", printed=printed)
    elif printed is None:
        ledger.doubt("no-date", path="date")
    year = printed_year(printed) if printed else None
    ident = None
    if year and classed and classed.station and classed.serial:
        ident = f"{year}{stations.canonical(classed.station)}{int(classed.serial)}"
    return Identity(ident, date, year or _witnessed_year(telegram))


def _witnessed_year(telegram: Telegram) -> str | None:
    source = telegram.source
    if source.id and source.id[:2].isdigit():
        return source.id[:2]
    return source.date[2:4] if source.date else None
