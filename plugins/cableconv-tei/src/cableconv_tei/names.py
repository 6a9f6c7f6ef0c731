"""Senders and addressees as the editors of *Foreign Relations* name them.

A cable calls posts by their kind and city; so do the names here, without a guess at the
country: ``AMEMBASSY PORT AU PRINCE`` is the Embassy in Port au Prince.  What isn't of such a
kind keeps the name that is printed.
"""

from __future__ import annotations

import re

_KINDS = {
    "AMEMBASSY": "Embassy in",
    "AMCONSUL": "Consulate in",
    "AMCONGEN": "Consulate General in",
    "USINT": "Interests Section in",
    "USLO": "Liaison Office in",
}
_POST = re.compile(rf"({'|'.join(_KINDS)}) +([A-Z][A-Z .'-]*)")
_DEPARTMENT = re.compile(r"SECSTATE\b(?: WASH(?:INGTON)? ?DC)?")
_SMALL = {"Au", "De", "Es", "Of", "Da", "Do"}


def in_words(name: str) -> str:
    """The name as it stands in a sentence, without its article."""
    if _DEPARTMENT.fullmatch(name):
        return "Department of State"
    post = _POST.fullmatch(name)
    return f"{_KINDS[post[1]]} {place(post[2])}" if post else name


def article(name: str) -> str:
    """``the`` with a blank, for what is not called by a name of its own."""
    return "" if in_words(name) == name else "the "


def in_short(name: str) -> str:
    """The name as it stands among others: an embassy is called by its city."""
    return in_words(name).removeprefix("Embassy in ")


def place(name: str) -> str:
    """A place in small letters: ``PORT AU PRINCE`` is Port au Prince."""
    first, *others = name.title().split(" ")
    return " ".join([first, *(word.lower() if word in _SMALL else word for word in others)])
