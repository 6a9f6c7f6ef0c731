"""Levels that a cable prints outside its class line: later sections, banners, the prosign.

They agree with the class line, unless that was read wrongly or another one was lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable, Level
from cableconv.patterns import pattern
from cableconv.vocabulary.levels import LEVELS, level_of_prosign


def _spaced(level: Level) -> str:
    return " ?".join(level.replace(" ", ""))


# The higher level first, as TOP SECRET also contains SECRET.
_LINE = pattern(
    r"\W*(?:" + "|".join(f"({_spaced(level)})" for level in reversed(LEVELS)) + r")(?![^\W_])"
)


def printed_levels(cable: Cable) -> Iterator[Level]:
    """Yield the levels at the beginning of furniture's lines, and of security prosigns."""
    for piece in cable.furniture:
        for line in piece.text.splitlines():
            if found := _LINE.match(line):
                yield LEVELS[len(LEVELS) - (found.lastindex or 0)]
    for transmission in cable.transmissions:
        if transmission.security and (level := level_of_prosign(transmission.security)):
            yield level
