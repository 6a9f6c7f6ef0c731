"""Archives that are known to hold a cable, by the container that it was read from."""

from __future__ import annotations

from typing import NamedTuple

from cableconv.cable import Cable


class Holding(NamedTuple):
    """Where a cable is kept: from the series, or whatever is nearest to it, to the archive."""

    series: str | None
    group: str | None
    archive: str


_ELECTRONIC_TELEGRAMS = Holding(
    series="Central Foreign Policy Files, 1973-79/Electronic Telegrams",
    group="General Records of the Department of State, Record Group 59",
    archive="National Archives at College Park, College Park, MD",
)
_BY_READER = {"nara": _ELECTRONIC_TELEGRAMS}
"""The National Archives' own form of a telegram is that of this series alone."""


def holding(cable: Cable, said: str | None) -> Holding | None:
    """What the user said, or what the container tells; None where nobody knows."""
    if said:
        return Holding(None, None, said)
    return _BY_READER.get(cable.source.reader or "")
