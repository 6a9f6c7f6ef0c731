"""The source data in a message's header; ``Date`` is when the mail was sent, not the cable."""

from __future__ import annotations

import re
from datetime import UTC
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from urllib.parse import quote

from cableconv.cable import Source
from cableconv.input.surrogates import without_surrogates
from cableconv.patterns import pattern
from cableconv.vocabulary import stations

_REPLY = r"(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)*"
_NUMBER = pattern(
    rf"{_REPLY}(?:cable|telegram)?\W*(?:19|20)?(?P<year>\d\d)\s*(?P<station>[A-Za-z][A-Za-z .'-]*?)"
    r"\s*(?P<serial>\d{1,7})\W*",
    re.IGNORECASE,
)
_BLANKS = pattern(r"\s+")


def source_of(message: EmailMessage, row: int | None) -> Source:
    """Return the source; ``row`` is the message's number in its mailbox.

    The fields of military messages (RFC 6477) are the cable's id, date and sender as sent.
    """
    identifier = _field(message, "Message-ID").strip("<>")
    return Source(
        row=row,
        id=_field(message, "MMHS-Originator-Reference") or _number(_field(message, "Subject")),
        date=_moment(_field(message, "MMHS-Extended-Authorisation-Info")),
        office=_field(message, "MMHS-Originator-PLAD") or _field(message, "From") or None,
        url=f"mid:{quote(identifier, safe='@.+-_')}" if identifier else None,
    )


def _field(message: EmailMessage, name: str) -> str:
    """Return a field's text; a damaged one, which Python's ``email`` cannot parse, unchanged.

    There ``email`` represents an undecodable byte as a surrogate.
    """
    try:
        words = str(message.get(name) or "")
    except (ValueError, LookupError, AttributeError, TypeError):
        raw = (text for key, text in message.raw_items() if key.lower() == name.lower())
        words = str(next(raw, ""))
    return _BLANKS.sub(" ", without_surrogates(words)[0]).strip()


def _number(subject: str) -> str | None:
    """Return the id of a cable, if the subject consists of one (``07 OSLO 12``)."""
    found = _NUMBER.fullmatch(subject)
    if found is None:
        return None
    station = stations.canonical(found["station"])
    return (
        f"{found['year']}{station}{int(found['serial'])}" if station in stations.known() else None
    )


def _moment(date: str) -> str | None:
    try:
        moment = parsedate_to_datetime(date)
    except ValueError:
        return None
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
