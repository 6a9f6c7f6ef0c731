"""The fields that every mail has (RFC 5322, 3.6)."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv import Cable
from cableconv.rendering.message_data import sender

from cableconv_eml.addresses import addresses, phrase
from cableconv_eml.fields import Field, date_time, unstructured
from cableconv_eml.message_ids import message_id, referred_to
from cableconv_eml.plain_text import on_one_line

_NOBODY = "Unknown:;"


def mail_fields(cable: Cable, domain: str) -> Iterator[Field]:
    """Yield every field; without a value if the cable has none.

    No date is made up: a cable without a date-time group is a mail without ``Date``.  ``From``
    is mandatory, so without an originator it is an empty group (RFC 6854).
    """
    references = referred_to(cable, domain)
    yield "Date", date_time(cable.date)
    yield "From", addresses(filter(None, [sender(cable)]), domain) or _NOBODY
    yield "To", addresses((addressee.name for addressee in cable.to), domain)
    yield "Cc", addresses((addressee.name for addressee in cable.info), domain)
    yield "Subject", unstructured(cable.subject or "")
    yield "Message-ID", message_id(cable, domain)
    yield "In-Reply-To", references[0] if len(references) == 1 else None
    yield "References", " ".join(references)
    yield "Keywords", ", ".join(map(phrase, _keywords(cable)))


def _keywords(cable: Cable) -> Iterator[str]:
    """Yield each tag once; a name, which has a comma, is quoted."""
    yield from dict.fromkeys(filter(None, map(on_one_line, cable.tags)))
