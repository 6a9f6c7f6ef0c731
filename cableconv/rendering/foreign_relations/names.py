"""Senders and addressees in a sentence: ``the Embassy in Kazakhstan``, ``the Consulate in Basra``.

An embassy is named by its country, any other post by its city.  What the tables do not know is
called by its city, or by the name that is printed: nothing is guessed.
"""

from __future__ import annotations

from cableconv.cable import Addressee, Cable
from cableconv.rendering.characters import one_line
from cableconv.rendering.dates import year_of
from cableconv.rendering.message_data import sender
from cableconv.vocabulary.offices import Office, office

_HOLY_SEE = "the Holy See"
"""An embassy is at it, not in it."""


def sender_in_words(cable: Cable) -> str:
    """The cable's sender; empty where it names none."""
    name = sender(cable)
    return in_words(name, day_of(cable)) if name else ""


def addressee_in_words(addressee: Addressee, cable: Cable) -> str:
    """One that the cable goes to."""
    return in_words(addressee.name, day_of(cable))


def in_short(addressee: Addressee, cable: Cable) -> str:
    """One among others: a post is called by its city."""
    found = office(one_line(addressee.name), day_of(cable))
    is_post = bool(found.place) and not found.phrase
    return found.place if is_post else addressee_in_words(addressee, cable)


def in_words(name: str, day: str) -> str:
    """The office of that telegraphic address, as it was called on the day."""
    printed = one_line(name)
    found = office(printed, day)
    if found.phrase:
        return found.phrase
    if found.kind:
        return f"the {found.kind} {_where(found)}"
    return found.place or printed


def day_of(cable: Cable) -> str:
    """The day that a name must fit: that of the cable, or the year of its id; else empty."""
    return cable.date or str(year_of(cable) or "")


def _where(found: Office) -> str:
    host = found.country if found.kind == "Embassy" else ""
    return f"to {host}" if host == _HOLY_SEE else f"in {host or found.place}"
