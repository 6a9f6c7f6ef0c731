"""Levels that a cable prints beside that of its class line.

Later sections, banners and the prosign agree with the class line, unless that was read wrongly or
another one was lost.  ``SENSITIVE`` on the class line, among the captions or in a notice makes
an unclassified cable a sensitive one (12 FAM 540).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.cable import Cable, Level
from cableconv.patterns import pattern
from cableconv.transforms.redact.unread_markings import spaced
from cableconv.vocabulary.edit_distance import within_one_edit
from cableconv.vocabulary.levels import LEVELS, level_of, level_of_prosign

# The higher level first, as TOP SECRET also contains SECRET.
_LINE = pattern(
    r"\W*(?:" + "|".join(f"({spaced(level)})" for level in reversed(LEVELS)) + r")(?![^\W_])"
)


_CAPTION = "SENSITIVE"
_SENSITIVE = pattern(r"\b(?:SENSITIVE BUT UNCLAS|SBU\b)", re.IGNORECASE)


def printed_levels(cable: Cable) -> Iterator[Level]:
    """Yield the levels of captions, notices, banners and security prosigns."""
    line = cable.classification
    for words in (*cable.captions, *((line.text, *line.caveats) if line else ())):
        is_misprinted = within_one_edit(_CAPTION, words)
        if level := level_of(_CAPTION if is_misprinted else words):
            yield level
    if any(map(_SENSITIVE.search, (*cable.notices, *cable.passing))):
        yield "LIMITED OFFICIAL USE"
    yield from _of_banners(cable)


def _of_banners(cable: Cable) -> Iterator[Level]:
    """Yield the levels at the beginning of lines, and of security prosigns."""
    for text in (*cable.passing, *(piece.text for piece in cable.furniture)):
        for line in text.splitlines():
            if found := _LINE.match(line):
                yield LEVELS[len(LEVELS) - (found.lastindex or 0)]
    for transmission in cable.transmissions:
        if transmission.security and (level := level_of_prosign(transmission.security)):
            yield level
