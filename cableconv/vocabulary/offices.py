"""Offices by their telegraphic addresses: type, place and country.

The type of an office and the name of its country may depend on the day: Zagreb had a consulate
before it had an embassy.  ``posts_before.csv`` says until when each of its rows was valid.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from cableconv.patterns import pattern
from cableconv.vocabulary.stations import canonical
from cableconv.vocabulary.tables import rows

_KINDS = {
    "AMEMBASSY": "Embassy",
    "AMCONSUL": "Consulate",
    "AMCONGEN": "Consulate General",
    "AMLEGATION": "Legation",
    "USMISSION": "Mission",
    "REO": "Regional Embassy Office",
    "USINT": "Interests Section",
    "USLO": "Liaison Office",
}
"""What stands before the name of a place in a telegraphic address, and the kind of office."""

_SMALL = {"Al", "And", "Au", "D", "Da", "De", "Des", "Di", "Do", "Du", "Es", "La", "Of", "The"}
"""Words of places that are not capitalised within a name."""

_ABBREVIATIONS = {
    *("FODAG", "UN", "UNESCO", "UNVIE"),
    *("USAU", "USEU", "USNATO", "USOECD", "USOSCE", "USUN"),
}
"""Words in the names of missions that stay in capitals."""

_WASHINGTON = pattern(r"(?<=.)WASH(?:INGTON)?(?:DC)?$")
"""The city that follows the name of an agency, in letters alone."""


class Office(NamedTuple):
    """An office; values that neither its address nor the tables give are empty.

    ``phrase`` is the name in a sentence of an office with its own name, ``country`` the host
    of a post with its article.
    """

    kind: str = ""
    place: str = ""
    country: str = ""
    phrase: str = ""


def kind_and_place(name: str) -> tuple[str, str]:
    """Split an address that names a type: ``AMEMBASSY OSLO`` is an Embassy, in Oslo."""
    kind, _, place = name.partition(" ")
    found = _KINDS.get(kind.upper(), "")
    return (found, written(place)) if found and place else ("", "")


def office(name: str, date: str = "") -> Office:
    """Return the office of that address or post on that day (ISO 8601; empty if unknown)."""
    kind, place = kind_and_place(name)
    station = canonical(name)
    own = _named().get(station) or _named().get(canonical(_WASHINGTON.sub("", station)))
    if own:
        return Office(kind, own["place"], phrase=own["phrase"])
    if station not in _posts():
        return Office(kind, place)
    then, country = _host(station, date[: len("2007-01-08")])
    return Office(kind or then, _posts()[station]["name"], country)


def written(place: str) -> str:
    """Capitals for first letters and abbreviations; a name in mixed case stays as it is."""
    if place != place.upper():
        return place
    first, *others = map(_capitalised, place.split())
    return " ".join([first, *(word.lower() if word in _SMALL else word for word in others)])


def _capitalised(word: str) -> str:
    return word if word in _ABBREVIATIONS else word.title()


def _host(station: str, day: str) -> tuple[str, str]:
    """Return the type of the post and its country on that day, as far as the tables know."""
    post = _posts()[station]
    now = post["kind"], _countries().get(post["country"], "")
    earlier = _earlier().get(station, ())
    if earlier and not day:
        return "", ""
    return next(((kind, host) for until, kind, host in earlier if day < until), now)


@cache
def _posts() -> dict[str, dict[str, str]]:
    return {row["station"]: row for row in rows("posts")}


@cache
def _countries() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows("countries")}


@cache
def _named() -> dict[str, dict[str, str]]:
    return {row["station"]: row for row in rows("offices")}


@cache
def _earlier() -> dict[str, list[tuple[str, str, str]]]:
    """Return, by station, until when it had which type and country; the earliest first."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows("posts_before"):
        found.setdefault(row["station"], []).append((row["until"], row["kind"], row["country"]))
    return found
