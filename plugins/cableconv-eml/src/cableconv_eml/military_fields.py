"""The fields of a military message that a cable has values for (RFC 6477, 3.1 to 3.14).

Not written are ``MMHS-Message-Type`` (exercise, operation ...), ``MMHS-Codress-Message-Indicator``
and ``MMHS-Other-Recipients-Indicator-To`` and ``-CC``: a cable's tree says nothing of them.
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
"""The numbers of RFC 6477, 3.8 (0 is deferred, 5 override: no cable has them)."""


def military_fields(cable: Cable, domain: str) -> Iterator[Field]:
    """Every field, in the order of the RFC; without a value where the cable has none."""
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
    """Captions and caveats: how the message may be passed on."""
    yield from cable.captions
    yield from cable.classification.caveats if cable.classification else ()


def _instructions(cable: Cable) -> Iterator[str]:
    """Operating signals, passing and attention lines: what the communications centre does."""
    for transmission in cable.transmissions:
        yield from transmission.signals
    yield from cable.passing


def _precedence(precedence: Precedence | None) -> str | None:
    """The number, and the cable's own word as a comment: ``3 (NIACT IMMEDIATE)``."""
    return f"{_PRECEDENCES[precedence]} ({precedence})" if precedence else None


def _identifier(cable: Cable) -> str | None:
    """Of the first header: channel number, station, serial and time of filing (ACP 127)."""
    route = cable.origin.route if cable.origin else None
    for sent in cable.transmissions:
        number = "/".join(filter(None, (sent.serial, sent.section)))
        if sent.identifier or number:
            return " ".join(filter(None, (sent.identifier, route, number, sent.filed)))
    return None
