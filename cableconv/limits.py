"""How much of one telegram is read as a cable, so that no text costs more than it should."""

from __future__ import annotations

from dataclasses import dataclass

from cableconv.errors import InvalidOptionError

DEEPEST = 40
"""What may be asked for: readers and writers of documents give up at two hundred and more."""


@dataclass(frozen=True)
class Limits:
    """How much of one telegram is read as a cable.

    ``cable_size``: characters; the longest cable known has under a million, and a longer text
    than this is kept in one block.  ``nesting``: repeated texts and cables one inside the other;
    real ones go to three, and what stands deeper is read as running text.

    Raises:
        InvalidOptionError: one is not positive, or ``nesting`` is above ``DEEPEST``.
    """

    cable_size: int = 16 * 1024 * 1024
    nesting: int = 20

    def __post_init__(self) -> None:
        if self.cable_size < 1:
            raise InvalidOptionError(f"cable_size={self.cable_size}: give 1 or more characters.")
        if not 1 <= self.nesting <= DEEPEST:
            raise InvalidOptionError(f"nesting={self.nesting}: give a number from 1 to {DEEPEST}.")
