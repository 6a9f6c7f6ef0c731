"""The archives that hold a cable, by the container that it was read from."""

from __future__ import annotations

from typing import NamedTuple

from cableconv.cable import Cable


class Holding(NamedTuple):
    """The holding of a cable: from the series, or the next larger unit, to the archive."""

    series: str | None
    group: str | None
    archive: str


_ELECTRONIC_TELEGRAMS = Holding(
    series="Central Foreign Policy Files, 1973-79/Electronic Telegrams",
    group="General Records of the Department of State, Record Group 59",
    archive="National Archives at College Park, College Park, MD",
)
_BY_READER = {"nara": _ELECTRONIC_TELEGRAMS}
"""The National Archives' own form of a telegram is used only in this series."""


def holding(cable: Cable, said: str | None) -> Holding | None:
    """Return the user's value, or what the container implies; None if unknown."""
    if said:
        return Holding(None, None, said)
    return _BY_READER.get(cable.source.reader or "")
