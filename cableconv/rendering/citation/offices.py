"""Senders and addressees in words: what the abbreviations of telegraphic addresses stand for."""

from __future__ import annotations

from cableconv.rendering.characters import one_line

_KINDS = {
    "AMEMBASSY": "Embassy",
    "AMCONSUL": "Consulate",
    "AMCONGEN": "Consulate General",
    "AMLEGATION": "Legation",
    "USMISSION": "Mission",
    "USINT": "Interests Section",
    "USLO": "Liaison Office",
}
"""What stands before the name of a place in a telegraphic address, and the kind of office."""

_DEPARTMENT = "SECSTATE"
_SMALL = {"Al", "And", "Au", "D", "Da", "De", "Des", "Di", "Do", "Du", "Es", "La", "Of", "The"}
"""Words of places that are not capitalised within a name."""


def in_words(name: str, country: str) -> str:
    """``AMEMBASSY OSLO`` as ``U.S. Embassy Oslo``; ``country`` is how the country is written.

    A name of another kind stays as it is printed.
    """
    kind, _, place = one_line(name).partition(" ")
    if kind.upper() == _DEPARTMENT:
        return "Department of State"
    if kind.upper() in _KINDS and place:
        return f"{country} {_KINDS[kind.upper()]} {_place(place)}"
    return one_line(name)


def _place(name: str) -> str:
    """Capitals for first letters alone; a name that has small letters already stays."""
    if name != name.upper():
        return name
    first, *others = name.title().split()
    return " ".join([first, *(word.lower() if word in _SMALL else word for word in others)])
