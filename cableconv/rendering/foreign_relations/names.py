"""Senders and addressees in a sentence: ``the Embassy in Kazakhstan``, ``the Consulate in Basra``.

An embassy is named by its country, any other post by its city.  An office that the tables lack is
named by its city, or by its printed name, without a guess.
"""

from __future__ import annotations

from cableconv.cable import Addressee, Cable
from cableconv.rendering.characters import one_line
from cableconv.rendering.dates import year_of
from cableconv.rendering.message_data import sender
from cableconv.vocabulary.offices import Office, office

_HOLY_SEE = "the Holy See"
"""An embassy is at the Holy See, not in it."""


def sender_in_words(cable: Cable) -> str:
    """Return the cable's sender; empty if it names none."""
    name = sender(cable)
    return in_words(name, day_of(cable)) if name else ""


def addressee_in_words(addressee: Addressee, cable: Cable) -> str:
    """Return one addressee of the cable."""
    return in_words(addressee.name, day_of(cable))


def in_short(addressee: Addressee, cable: Cable) -> str:
    """Return the short name for lists: a post is named by its city."""
    found = office(one_line(addressee.name), day_of(cable))
    is_post = bool(found.place) and not found.phrase
    return found.place if is_post else addressee_in_words(addressee, cable)


def in_words(name: str, day: str) -> str:
    """Return the office with that telegraphic address, by its name on that day."""
    printed = one_line(name)
    found = office(printed, day)
    if found.phrase:
        return found.phrase
    if found.kind:
        return f"the {found.kind} {_where(found)}"
    return found.place or printed


def day_of(cable: Cable) -> str:
    """Return the day for names: that of the cable, or the year of its id; else empty."""
    return cable.date or str(year_of(cable) or "")


def _where(found: Office) -> str:
    host = found.country if found.kind == "Embassy" else ""
    return f"to {host}" if host == _HOLY_SEE else f"in {host or found.place}"
