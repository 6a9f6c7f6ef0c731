"""Limits on how much of one telegram is parsed, so that no text takes too long."""

from __future__ import annotations

from typing import NamedTuple

from cableconv.errors import InvalidOptionError

DEEPEST = 40
"""The highest nesting allowed: readers and writers of documents fail at two hundred or more."""


_LARGEST = 16 * 1024 * 1024
_NESTING = 20


class _Limits(NamedTuple):
    cable_size: int
    nesting: int


class Limits(_Limits):  # a tuple, as a data class takes ten times as long to create
    """The limits on how much of one telegram is parsed.

    ``cable_size``: number of characters; a longer text is kept in one block.  The longest known
    cable has under a million.  ``nesting``: depth of repeated texts and cables inside each other;
    real ones reach three, and deeper ones are read as running text.

    Raises:
        InvalidOptionError: a limit is not positive, or ``nesting`` is above ``DEEPEST``.
    """

    __slots__ = ()

    def __new__(cls, cable_size: int = _LARGEST, nesting: int = _NESTING) -> Limits:
        if cable_size < 1:
            raise InvalidOptionError(f"cable_size={cable_size}: give 1 or more characters.")
        if not 1 <= nesting <= DEEPEST:
            raise InvalidOptionError(f"nesting={nesting}: give a number from 1 to {DEEPEST}.")
        return super().__new__(cls, cable_size, nesting)

    def changed(self, field: str, value: int) -> Limits:
        """Return the limits with another value of one field; errors as for a new one."""
        return Limits(**{**self._asdict(), field: value})
