"""Sender, addressees and date as ``<correspDesc>`` (TEI P5, 2.4.6)."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv import Cable
from cableconv.cable import Addressee, Origin

from cableconv_tei.dates import dated
from cableconv_tei.elements import Lines, Markup, block, element, idno, known, text
from cableconv_tei.message_data import notes


def correspondence(cable: Cable) -> Lines:
    """Return sender, action and information addressees, each with its routing indicator."""
    lines = [
        *_sent(cable),
        *(line for addressee in cable.to for line in _received(addressee, "action")),
        *(line for addressee in cable.info for line in _received(addressee, "information")),
        *notes(cable),
    ]
    return block("correspDesc", lines, type="telegram") if lines else []


def _sent(cable: Cable) -> Lines:
    lines = list(_sender(cable.origin)) if cable.origin else []
    if cable.date:
        lines.append(dated(cable.date))
    return block("correspAction", lines, type="sent") if lines else []


def _sender(origin: Origin) -> Iterator[Markup]:
    yield from known("orgName", origin.name)
    place = (*known("settlement", origin.post), *_country(origin))
    if place:
        yield element("placeName", *place)
    yield from idno("routing-indicator", origin.route)


def _country(origin: Origin) -> Iterator[Markup]:
    if origin.country:
        yield element("country", key=origin.country)


def _received(addressee: Addressee, kind: str) -> Lines:
    lines = [
        element("orgName", text(addressee.name)),
        *idno("routing-indicator", addressee.route),
        *idno("message-continuity", addressee.number),
        *known("note", addressee.office, type="office"),
        *known("note", addressee.precedence, type="precedence"),
        *(element("note", text(name), type="exempted") for name in addressee.exempted),
    ]
    return block("correspAction", lines, type="received", subtype=kind)
