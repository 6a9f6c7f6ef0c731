"""A cable's message data in words, as formats for people print them above the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cableconv.cable import Addressee, Cable, ExecutiveOrder, PrecedencePair, Reference
from cableconv.patterns import pattern
from cableconv.rendering.dates import in_words
from cableconv.rendering.sections import named_sections
from cableconv.vocabulary.stations import canonical

_LIMITING = {"NODIS", "EXDIS", "NOFORN"}
_LIMITING_UNCLASSIFIED = _LIMITING | {"SENSITIVE"}  # SBU is not shown on classified cables

NO_SUBJECT = "(no subject)"
"""The title of a cable without a subject."""

LONGEST_TITLE = 250
"""Characters of a subject in the size of a title, about six lines; a longer one is set smaller."""

MANY_ADDRESSEES = 12
"""A longer list would fill the first page, so formats fold it or print it as running text."""


_CREDIT = pattern(r"\A\s*(?:DRAFTED|APPROVED|CLEARED)(?: +BY\b|(?=:)) *:? *", re.IGNORECASE)


class Field(NamedTuple):
    """A field with its label; formats lay out addressees and references themselves."""

    label: str
    values: tuple[str | Addressee | Reference, ...]


def message_data(cable: Cable) -> Iterator[Field]:
    """Yield every field, sender and addressees first; without values if the cable has none."""
    order, classifier = cable.executive_order, cable.classified_by
    yield Field("From", _known(_sender(cable)))
    yield Field("To", cable.to)
    yield Field("Info", cable.info)
    yield Field("Date", _known(_date(cable)))
    yield Field("Precedence", _known(precedence(cable.precedence)))
    yield Field("Number", _known(cable.number.text if cable.number else None))
    yield Field("Classification", _known(marking(cable)))
    yield Field("Section", _known(named_sections(cable)))
    yield Field("Captions", _known(", ".join(cable.captions)))
    yield Field("Passing", cable.passing)
    yield Field("Notices", cable.notices)
    yield Field("E.O.", _known(": ".join(filter(None, (order.order, order.text))) if order else ""))
    yield Field("Declassify on", _known(_declassification(order)))
    yield Field("TAGS", _known("; ".join(cable.tags)))
    yield Field("References", cable.references)
    yield Field("Classified by", _known(classifier.text if classifier else None))
    for label, names in credited(cable):
        yield Field(label, _known(names))
    yield Field("Distribution", _known(cable.distribution))


def credited(cable: Cable) -> Iterator[tuple[str, str]]:
    """Yield a label and the names: who drafted, approved and cleared the cable.

    The lines are kept as printed, most with a label of their own, which is not said twice.
    """
    lines = {
        "Drafted by": cable.drafted_by,
        "Approved by": cable.approved_by,
        "Cleared by": cable.cleared_by,
    }
    for label, line in lines.items():
        yield label, _CREDIT.sub("", line or "", count=1)


def marking(cable: Cable) -> str:
    """Return the overall classification; empty if the cable names none.

    Caveats and captions that limit distribution follow the level, as in
    ``SECRET//NODIS`` (5 FAH-1 H-132).
    """
    classification = cable.classification
    if classification is None:
        return ""
    level = classification.level or classification.text
    limiting = _LIMITING_UNCLASSIFIED if level == "UNCLASSIFIED" else _LIMITING
    limits = (caption for caption in cable.captions if caption in limiting)
    return "//".join(dict.fromkeys((level, *classification.caveats, *limits)))


def designation(cable: Cable) -> str:
    """Return the cable's name: its id, the printed station and number, or an archive's id."""
    printed = cable.number.text if cable.number else None
    return cable.id or printed or cable.key or ""


def sender(cable: Cable) -> str | None:
    """Return the sender's name as printed, or else its post."""
    return (cable.origin.name or cable.origin.post) if cable.origin else None


def sender_as_printed(cable: Cable) -> str | None:
    """Return the sender's name, or else its post as the number prints it: ``THE HAGUE``."""
    origin, number = cable.origin, cable.number
    if origin and origin.post and not origin.name and number:
        station = number.station.upper()
        return station if canonical(station) == origin.post else origin.post
    return sender(cable)


def precedence(pair: PrecedencePair) -> str:
    """Return ``PRIORITY``, or both kinds: ``IMMEDIATE (action), ROUTINE (information)``."""
    if pair.action and not pair.info:
        return pair.action
    kinds = {"action": pair.action, "information": pair.info}
    return ", ".join(f"{word} ({kind})" for kind, word in kinds.items() if word)


def _known(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _sender(cable: Cable) -> str:
    route = cable.origin.route if cable.origin else None
    return " ".join(filter(None, (sender_as_printed(cable), route and f"({route})")))


def _date(cable: Cable) -> str:
    sent = next((sent.dtg for sent in cable.transmissions if sent.dtg), None)
    words = in_words(cable.date) if cable.date else None
    return f"{words} ({sent})" if words and sent else words or sent or ""


def _declassification(order: ExecutiveOrder | None) -> str:
    if order is None:
        return ""
    day = in_words(order.declassify_on) if order.declassify_on else None
    return "; ".join(filter(None, (day, order.declassify_event, order.exemption)))
