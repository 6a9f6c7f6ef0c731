"""Stations: the canonical form of a post's name, its country, and the post of a route."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import cache, lru_cache

from cableconv.patterns import pattern
from cableconv.vocabulary.edit_distance import within_one_edit
from cableconv.vocabulary.tables import rows

_NOT_LETTER = pattern(r"[^A-Z0-9]+")
_MISSION = pattern(
    r"^(?:AM)?(?:EMBASSY|CONSULATE|CONSUL|CONGEN|USMISSION|MISSION|USINT|USLO|REO)(?=.{3})"
)

_SHORTEST_CUT = 5
_LONGEST = 100  # letters: a longer text is not a post
_SHORTEST_MISSPELT = 6
_REMEMBERED = 16_384  # names as printed: an archive has far more spellings than posts


@cache
def known() -> frozenset[str]:
    """Return the canonical names of all posts and offices in the tables."""
    posts = {row["station"] for row in rows("posts")}
    return frozenset(posts | {row["station"] for row in rows("station_aliases")})


@cache
def _aliases() -> dict[str, str]:
    return {row["alias"]: row["station"] for row in rows("station_aliases")}


@cache
def _countries() -> dict[str, str]:
    return {row["station"]: row["country"] for row in rows("posts")}


@lru_cache(_REMEMBERED)
def canonical(name: str) -> str:
    """Return the name used in ids: ``PORTAUPRINCE``, or ``STATE`` for ``SECSTATE``.

    An unknown name keeps its own letters.
    """
    letters = _NOT_LETTER.sub("", _without_accents(name).upper())
    while len(letters) < _LONGEST and letters not in known() and letters not in _aliases():
        bare = _MISSION.sub("", letters, count=1)
        if bare == letters:
            return letters
        letters = bare
    return letters if letters in known() else _aliases().get(letters, letters)


@cache
def _in_order() -> tuple[str, ...]:
    return tuple(sorted(known()))


def begins_a_known_one(letters: str) -> bool:
    """Whether the canonical name of a post begins with these letters."""
    at = bisect_left(_in_order(), letters)
    return any(station.startswith(letters) for station in _in_order()[at : at + 1])


@lru_cache(_REMEMBERED)
def completed(name: str) -> str:
    """Like ``canonical``, but complete a cut name (``PRETOR``) if only one post begins so."""
    station = canonical(name)
    if station in known() or len(station) < _SHORTEST_CUT:
        return station
    whole = [post for post in _countries() if post.startswith(station)]
    return whole[0] if len(whole) == 1 else station


@lru_cache(_REMEMBERED)
def nearest(name: str) -> str | None:
    """Return the one post that ``name`` must mean: cut short (``CASA``), or with one letter wrong.

    None if no post or several match; a known name is returned itself.
    """
    station = canonical(name)
    if station in known():
        return station
    near = {post for post in _countries() if _is_cut(station, post)}
    if len(station) >= _SHORTEST_MISSPELT:
        near |= {post for post in _countries() if within_one_edit(station, post)}
    return near.pop() if len(near) == 1 else None


def _is_cut(station: str, post: str) -> bool:
    return (
        len(station) >= _SHORTEST_CUT - 1
        and len(post) > len(station) + 1
        and post.startswith(station)
    )


def _without_accents(name: str) -> str:
    return name if name.isascii() else unicodedata.normalize("NFKD", name)


def country(station: str) -> str | None:
    """Return the ISO 3166 alpha-2 code of a canonical station's host country, or None."""
    return _countries().get(station) or None
