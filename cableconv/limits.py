"""Limits on how much of one telegram is parsed, so that no text takes too long."""

from __future__ import annotations

from dataclasses import dataclass

from cableconv.errors import InvalidOptionError

DEEPEST = 40
"""The highest nesting allowed: readers and writers of documents fail at two hundred or more."""


@dataclass(frozen=True)
class Limits:
    """The limits on how much of one telegram is parsed.

    ``cable_size``: number of characters; a longer text is kept in one block.  The longest known
    cable has under a million.  ``nesting``: depth of repeated texts and cables inside each other;
    real ones reach three, and deeper ones are read as running text.

    Raises:
        InvalidOptionError: a limit is not positive, or ``nesting`` is above ``DEEPEST``.
    """

    cable_size: int = 16 * 1024 * 1024
    nesting: int = 20

    def __post_init__(self) -> None:
        if self.cable_size < 1:
            raise InvalidOptionError(f"cable_size={self.cable_size}: give 1 or more characters.")
        if not 1 <= self.nesting <= DEEPEST:
            raise InvalidOptionError(f"nesting={self.nesting}: give a number from 1 to {DEEPEST}.")
