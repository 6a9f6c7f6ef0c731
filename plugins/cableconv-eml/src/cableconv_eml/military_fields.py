"""The fields of a military message for which cables have values (RFC 6477, 3.1 to 3.14).

Omitted are ``MMHS-Message-Type`` (exercise, operation ...), ``MMHS-Codress-Message-Indicator``
and ``MMHS-Other-Recipients-Indicator-To`` and ``-CC``, which a cable's tree does not have.
"""

from __future__ import annotations

from collections.abc import Iterator

from cableconv import Cable
from cableconv.cable import Precedence

from cableconv_eml.addresses import addresses
from cableconv_eml.fields import Field, date_time
from cableconv_eml.military_strings import first_string, sequence, subject_codes

_PRECEDENCES: dict[Precedence, int] = {
    "ROUTINE": 1,
    "PRIORITY": 2,
    "IMMEDIATE": 3,
    "NIACT IMMEDIATE": 3,
    "FLASH": 4,
}
"""The numbers of RFC 6477, 3.8 (cables never have 0, deferred, or 5, override)."""


def military_fields(cable: Cable, domain: str) -> Iterator[Field]:
    """Yield every field, in the order of the RFC; without a value if the cable has none."""
    yield "MMHS-Exempted-Address", addresses(_exempted(cable), domain)
    yield "MMHS-Extended-Authorisation-Info", date_time(cable.date)
    yield "MMHS-Subject-Indicator-Codes", subject_codes(cable.tags)
    yield "MMHS-Handling-Instructions", sequence(_handling(cable))
    yield "MMHS-Message-Instructions", sequence(_instructions(cable))
    yield "MMHS-Originator-Reference", first_string(cable.id)
    yield "MMHS-Primary-Precedence", _precedence(cable.precedence.action)
    yield "MMHS-Copy-Precedence", _precedence(cable.precedence.info)
    yield "MMHS-Acp127-Message-Identifier", first_string(_identifier(cable))
    yield "MMHS-Originator-PLAD", first_string(cable.origin.name if cable.origin else None)


def _exempted(cable: Cable) -> Iterator[str]:
    for addressee in (*cable.to, *cable.info):
        yield from addressee.exempted


def _handling(cable: Cable) -> Iterator[str]:
    """Yield captions and caveats, which restrict how the message may be passed on."""
    yield from cable.captions
    yield from cable.classification.caveats if cable.classification else ()


def _instructions(cable: Cable) -> Iterator[str]:
    """Yield operating signals, passing and attention lines for the communications centre."""
    for transmission in cable.transmissions:
        yield from transmission.signals
    yield from cable.passing


def _precedence(precedence: Precedence | None) -> str | None:
    """Return the number, with the cable's own word as a comment: ``3 (NIACT IMMEDIATE)``."""
    return f"{_PRECEDENCES[precedence]} ({precedence})" if precedence else None


def _identifier(cable: Cable) -> str | None:
    """Return the first header's channel number, station, serial and time of filing (ACP 127)."""
    route = cable.origin.route if cable.origin else None
    for sent in cable.transmissions:
        number = "/".join(filter(None, (sent.serial, sent.section)))
        if sent.identifier or number:
            return " ".join(filter(None, (sent.identifier, route, number, sent.filed)))
    return None
