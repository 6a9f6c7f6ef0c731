"""The heading of a clean telegram: format lines 1 to 9 (ACP 127 para 142, 5 FAH-2 H-320)."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Addressee, Cable, Precedence, Transmission
from cableconv.exporters.text.wrapping import wrap
from cableconv.patterns import pattern
from cableconv.rendering.dates import parsed
from cableconv.rendering.message_data import sender
from cableconv.vocabulary.archive_ids import archive_id
from cableconv.vocabulary.months import ABBREVIATED_MONTHS
from cableconv.vocabulary.stations import canonical

PROSIGNS: dict[Precedence, str] = {
    "FLASH": "Z",
    "NIACT IMMEDIATE": "O",
    "IMMEDIATE": "O",
    "PRIORITY": "P",
    "ROUTINE": "R",
}

_OPERATING_SIGNAL = pattern(r"Z[A-Z]{2}\d?")
_ARCHIVED = pattern(r"\d\d[A-Z][A-Z.'-]+\d+")


def heading_lines(cable: Cable, width: int) -> Iterator[str]:
    """Yield everything above the class line, one transmission after the other."""
    for block in (cable.distribution, cable.drafted_by, cable.approved_by, cable.cleared_by):
        yield from (block or "").splitlines()
    for index, transmission in enumerate(cable.transmissions):
        if index:
            yield ""
        yield from _transmission_lines(cable, transmission, width)
    if cable.date and not any(transmission.dtg for transmission in cable.transmissions):
        yield _dated(cable, _printed(cable.date))
    yield from _sender_line(cable)
    yield from _addressee_lines("TO", cable.to)
    yield from _addressee_lines("INFO", cable.info)


def archive_lines(cable: Cable) -> Iterator[str]:
    """Yield the archive's id above a telegram without a year, which its references need."""
    if cable.id is None and cable.number:
        known = archive_id(cable.source.id or "")
        if _ARCHIVED.fullmatch(known):
            yield known


def _transmission_lines(cable: Cable, sent: Transmission, width: int) -> Iterator[str]:
    if sent.identifier:
        yield sent.identifier
    if sent.routing:
        prosign = PROSIGNS[cable.precedence.action or "ROUTINE"]
        yield from wrap(" ".join([prosign * 2, *sent.routing]), width)
    if _has_serial_line(sent):
        yield _serial_line(cable, sent)
    early, late = _signals(sent)
    if sent.security:
        remarks = [f"({sent.remarks})"] if sent.remarks else []
        yield " ".join([sent.security, *early, *remarks])
    if sent.dtg:
        yield " ".join([_dated(cable, sent.dtg), *late])


def _has_serial_line(sent: Transmission) -> bool:
    return bool(sent.serial or sent.section or sent.filed)


def _serial_line(cable: Cable, sent: Transmission) -> str:
    route = cable.origin.route if cable.origin else None
    serial = f"#{sent.serial or ''}" + (f"/{sent.section}" if sent.section else "")
    return " ".join(filter(None, ["DE", route, serial, sent.filed]))


def _signals(sent: Transmission) -> tuple[list[str], list[str]]:
    """Return the signals for format line 4, and those that only format line 5 takes."""
    early: list[str] = []
    late = list(sent.signals)
    while sent.security and late and _OPERATING_SIGNAL.fullmatch(late[0]):
        early.append(late.pop(0))
    return early, late


def _dated(cable: Cable, dtg: str) -> str:
    """Return format line 5: precedence for action, for information, date-time group."""
    precedence = (cable.precedence.action, cable.precedence.info)
    return " ".join([*(PROSIGNS[word] for word in precedence if word), dtg])


def _printed(date: str) -> str:
    """Return ``081231Z JAN 07`` for an ISO date; anything else unchanged."""
    moment = parsed(date)
    if moment is None:
        return date
    return f"{moment:%d%H%M}Z {ABBREVIATED_MONTHS[moment.month - 1]} {moment:%y}"


def _sender_line(cable: Cable) -> Iterator[str]:
    name, origin = sender(cable), cable.origin
    if origin is None or not name:
        return
    if not origin.name and cable.number and canonical(cable.number.station) == origin.post:
        return  # the class line has it
    in_serial_line = any(map(_has_serial_line, cable.transmissions))
    route = f"{origin.route}/" if origin.route and not in_serial_line else ""
    yield f"FM {route}{name}"


def _addressee_lines(label: str, addressees: tuple[Addressee, ...]) -> Iterator[str]:
    """Write the label before the first one, and again after each list of exempted names."""
    labelled = False
    for addressee in addressees:
        yield _addressee_line(addressee) if labelled else f"{label} {_addressee_line(addressee)}"
        for index, name in enumerate(addressee.exempted):
            yield name if index else f"XMT {name}"
        labelled = not addressee.exempted


def _addressee_line(addressee: Addressee) -> str:
    route = f"{addressee.route}/" if addressee.route else ""
    office = f"//{addressee.office}//" if addressee.office else ""
    words = [f"{route}{addressee.name}{office}", addressee.precedence, addressee.number]
    return " ".join(word for word in words if word)
