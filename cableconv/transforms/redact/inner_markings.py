"""Markings inside a running text, where two portions were read as one."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Level
from cableconv.patterns import pattern
from cableconv.vocabulary.levels import highest, is_plain, level_of

_MARKING = pattern(r"(?<!\w)\(([A-Z][A-Z/, -]{0,40})\)")
_LABELS = pattern(r"(?<!\w)\([ABD]\)")


def highest_inside(text: str, level: Level) -> Level:
    """``level``, or that of the highest marking that stands in the text."""
    return highest((level, *_levels(text))) or level


def opening_level(text: str) -> Level | None:
    """The level of the marking that a text begins with, if it does."""
    found = _MARKING.match(text.lstrip())
    return level_of(found[1]) if found and is_plain(found[1]) else None


def _levels(text: str) -> Iterator[Level | None]:
    is_list = _LABELS.search(text) is not None
    for found in _MARKING.finditer(text):
        # the (C) of (A), (B), (C) is no marking
        if is_plain(found[1]) and not (is_list and found[1] == "C"):
            yield level_of(found[1])
