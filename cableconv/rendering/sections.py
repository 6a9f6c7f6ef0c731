"""The sections of a long telegram that its source lacks.

Archives join the sections of a telegram and keep the first one's heading, so ``SECTION 01 OF 03``
alone proves nothing.  A section is missing if the heading is a later one's, if it is skipped
among those that page marks and repeated headers name, or, after the last one named, if
the text has no end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cableconv.cable import Cable
from cableconv.patterns import pattern

_NAMED = pattern(r"\b(?:SECTION|\d{3,8})\s+(\d{1,2})\s+OF\s+(\d{1,2})\b", re.IGNORECASE)
_LISTED = 2
"""Sections that are listed; more are given as a range."""

_Stretch = tuple[int, int]
_NOT_MARKED = "not marked in the source, whose text has no signature; the end may be missing"
_WITHOUT_END = {"text-breaks-off", "no-signature", "no-body"}


def missing_sections(cable: Cable) -> str:
    """Return a sentence that names them; empty if none is missing, or there are no sections."""
    section = cable.section
    if section is None or section.total == 1:
        return ""
    here = sections_here(cable)
    has_end = not any(found.code in _WITHOUT_END for found in cable.diagnostics)
    known = [0, *sorted(here)]
    lost = [(one + 1, other - 1) for one, other in pairwise(known) if other - one > 1]
    behind = [] if has_end or known[-1] >= section.total else [(known[-1] + 1, section.total)]
    return _said(lost, "not in the source", section.total) or _said(
        behind, _NOT_MARKED, section.total
    )


def named_sections(cable: Cable) -> str:
    """Return ``1 to 3 of 3`` if none is missing, else those in the source; empty without sections.

    Most archives keep the first one's heading for the joined text of all.
    """
    section = cable.section
    if section is None:
        return ""
    is_whole = not missing_sections(cable) and 0 < section.number <= section.total
    last = section.total if is_whole else 0
    here = f"1 to {last}" if last > _LISTED else _enumerated(sections_here(cable), last)
    return f"{here} of {section.total}"


def _enumerated(numbers: set[int], last: int) -> str:
    """Return ``1``, ``1 and 2``, ``1, 2 and 4``; those up to ``last`` are among them."""
    *others, final = map(str, sorted({*numbers, *range(1, last + 1)}))
    return " and ".join(filter(None, (", ".join(others), final)))


def sections_here(cable: Cable) -> set[int]:
    """The sections whose headings or page marks the source has; none where it has no sections."""
    if cable.section is None:
        return set()
    return {cable.section.number, *_named_by_furniture(cable, cable.section.total)}


def _named_by_furniture(cable: Cable, total: int) -> Iterator[int]:
    for piece in cable.furniture:
        for number, of_how_many in _NAMED.findall(piece.text):
            if int(of_how_many) == total:
                yield int(number)


def _said(stretches: list[_Stretch], what: str, total: int) -> str:
    if not stretches:
        return ""
    is_one = len(stretches) == 1 and stretches[0][0] == stretches[0][1]
    words = " and ".join(f"{one}" if one == last else f"{one} to {last}" for one, last in stretches)
    named = f"Section {words} of {total} is" if is_one else f"Sections {words} of {total} are"
    return f"{named} {what}."
