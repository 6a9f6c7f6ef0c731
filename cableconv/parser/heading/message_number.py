"""A cable's id and date, and where they were found."""

from __future__ import annotations

import datetime
import re

import msgspec
from msgspec.structs import replace

from cableconv.cable import Number, Origin, Transmission
from cableconv.diagnostics.heading import DATE_DOUBTFUL, DATE_INVALID, NO_DATE, NUMBER_FROM
from cableconv.parser.account.account import Account
from cableconv.parser.heading.later_sections import dated_below
from cableconv.parser.heading.lines import Heading
from cableconv.parser.heading.number_checks import check_number, file_id
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern
from cableconv.telegram import Telegram
from cableconv.vocabulary import stations
from cableconv.vocabulary.archive_ids import archive_id
from cableconv.vocabulary.dates import printed_year, read_dtg

_MARK = pattern(
    r"(?P<station>[A-Za-z][A-Za-z .'-]*?)\s+(?P<serial>\d{8})\s"
    r"|PAGE\s+\d\d\s+(?P<cut>[A-Z][A-Z ]*?)\s+(?P<old_serial>\d{4,6})\b"
)
_REDACTED = pattern(r"X{4,}", re.IGNORECASE)
_LONE = pattern(r"(?P<station>[A-Z][A-Z .'-]*?)\s+(?P<serial>\d{3,8})$")
_LONGEST_LONE = 60
_HEAD = 12
_DEPARTMENT = "STATE"
_NEXT_DAY = 1


class MessageNumber(msgspec.Struct, frozen=True):
    """``year`` has two digits, and is used for references without a year."""

    id: str | None
    date: str | None
    year: str | None
    number: Number | None


def read_message_number(
    heading: Heading,
    number: Number | None,
    below: Lines,
    telegram: Telegram,
    account: Account,
    around: str | None = None,
) -> MessageNumber:
    """Return id and date from the telegram; the container's year is only used for references.

    ``below`` are the lines below the class line, which may include another section's header;
    ``around`` is the year of the telegram that repeats this one without its date.
    """
    dated = next((t for t in heading.transmissions if t.dtg), None) or dated_below(below, account)
    date = _read_date(dated, account) if dated or not around else None
    year = printed_year(dated.dtg) if dated and dated.dtg else around
    if number:
        number = check_number(number, heading, account)
    number = number or _number_in_marks(account) or _number_of_transmission(heading, account)
    ident = None
    if year and number and not _REDACTED.match(number.station):
        ident = f"{year}{stations.canonical(number.station)}{int(number.serial)}"
    return MessageNumber(ident, date, year or _witnessed_year(telegram, number, account), number)


def read_origin(heading: Heading, number: Number | None) -> Origin | None:
    """Return the sender of the FM line; without one, the post that numbered the cable."""
    origin = heading.origin
    if number is None or (origin and origin.name):
        return origin
    post = stations.canonical(number.station)
    if post not in stations.known():
        return origin
    return replace(origin or Origin(), post=post, country=stations.country(post))


def _read_date(dated: Transmission | None, account: Account) -> str | None:
    if dated is None or dated.dtg is None:
        account.report(NO_DATE, path="date")
        return None
    date = read_dtg(dated.dtg)
    at = dated.span.start if dated.span else None
    if date is None:
        account.report(DATE_INVALID, at, path="date", printed=dated.dtg)
    elif dated.filed and dated.filed.isdecimal() and not _agree(date, dated.filed):
        account.report(DATE_DOUBTFUL, at, path="date", printed=dated.dtg, filed=dated.filed[:3])
    return date


def _agree(date: str, filed: str) -> bool:
    """Whether the filing day of the year is that of the date, or the next one."""
    day = datetime.date.fromisoformat(date[:10]).timetuple().tm_yday
    distance = abs(int(filed[:3]) - day)
    return min(distance, 365 - distance) <= _NEXT_DAY


def take_lone_number(lines: list[Line], account: Account) -> tuple[list[Line], Number | None]:
    """Remove a line that has only station and serial, like the end of a class line."""
    for index, line in enumerate(lines[:_HEAD]):
        found = _LONE.match(line.text) if len(line.text) <= _LONGEST_LONE else None
        if found and stations.canonical(found["station"]) in stations.known():
            span = account.claim_lines([line], "number")
            account.report(NUMBER_FROM, line, path="number", place="a line of its own")
            number = Number(
                station=found["station"], serial=found["serial"], text=line.text, span=span
            )
            return [*lines[:index], *lines[index + 1 :]], number
    return lines, None


def _number_in_marks(account: Account) -> Number | None:
    """Return station and serial as printed in the page marks."""
    for span, text in account.furniture_of("page-mark"):
        if found := _MARK.match(text):
            station = found["station"] or stations.completed(found["cut"])
            serial = found["serial"] or found["old_serial"]
            number = Number(station=station, serial=serial, text=f"{station} {serial}")
            account.report(NUMBER_FROM, span.start, path="number", place="a page mark")
            return replace(number, span=span)
    return None


def _number_of_transmission(heading: Heading, account: Account) -> Number | None:
    """Return the serial of the DE line; for the Department, only its last four digits."""
    post = heading.origin.post if heading.origin else None
    sent = next((t for t in heading.transmissions if t.serial), None)
    if sent is None or sent.serial is None or not sent.serial.isdecimal():
        return None
    if post is None or post == _DEPARTMENT:
        return None
    at = sent.span.start if sent.span else None
    account.report(NUMBER_FROM, at, path="number", place="the DE line")
    return Number(station=post, serial=sent.serial, text=f"#{sent.serial}", span=sent.span)


def _witnessed_year(telegram: Telegram, number: Number | None, account: Account) -> str | None:
    source = telegram.source
    rows = (row["id"] for row in account.rows if "id" in row)
    said = source.id or next(rows, None) or file_id(source, number)
    if said and said[:2].isdecimal():
        return archive_id(said)[:2]
    return source.date[2:4] if source.date else None
