"""Senders and addressees in words: spells out the abbreviations of telegraphic addresses."""

from __future__ import annotations

from cableconv.rendering.characters import one_line
from cableconv.vocabulary.offices import kind_and_place, office

_DEPARTMENT = "SECSTATE"


def in_words(name: str, country: str) -> str:
    """Return ``AMEMBASSY OSLO`` as ``U.S. Embassy Oslo``, with the given word for the country.

    Other names stay as printed.
    """
    printed = one_line(name)
    if printed.partition(" ")[0].upper() == _DEPARTMENT:
        return "Department of State"
    kind, place = kind_and_place(printed)
    return f"{country} {kind} {place}" if kind else printed


def post_in_words(post: str, country: str, day: str) -> str:
    """Return the post of that name by its type on that day: ``THEHAGUE`` is an embassy.

    One that the tables lack stays as printed.
    """
    found = office(one_line(post), day)
    if found.kind and found.place:
        return f"{country} {found.kind} {found.place}"
    return found.phrase.removeprefix("the ") or found.place or one_line(post)
