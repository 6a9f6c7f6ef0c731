"""Which sections of a long telegram its source doesn't have.

Archives join the sections of a telegram and keep the first one's heading, so ``SECTION 01 OF 03``
alone says nothing: a section is missing where a later one's heading comes first, where one is
left out between those that page marks and repeated headers name, and, behind the last one named,
where the text has no end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cableconv.cable import Cable
from cableconv.patterns import pattern

_NAMED = pattern(r"\b(?:SECTION|\d{3,8})\s+(\d{1,2})\s+OF\s+(\d{1,2})\b", re.IGNORECASE)
_WITHOUT_END = {"text-breaks-off", "no-signature", "no-body"}


def missing_sections(cable: Cable) -> str:
    """The sentence that says which; empty where all seem to be there, or it has no sections."""
    section = cable.section
    if section is None or section.total == 1:
        return ""
    here = {section.number, *_named_by_furniture(cable, section.total)}
    has_end = not any(found.code in _WITHOUT_END for found in cable.diagnostics)
    first_lost = max(here) + 1
    lost = [number for number in range(1, max(here)) if number not in here]
    behind = [] if has_end else list(range(first_lost, section.total + 1))
    return _said(lost, "not in the source", section.total) or _said(
        behind, "not seen in the source, whose text has no signature", section.total
    )


def _named_by_furniture(cable: Cable, total: int) -> Iterator[int]:
    for piece in cable.furniture:
        for number, of_how_many in _NAMED.findall(piece.text):
            if int(of_how_many) == total:
                yield int(number)


def _said(numbers: Iterable[int], what: str, total: int) -> str:
    named = [str(number) for number in numbers]
    if not named:
        return ""
    words = f"Section {named[0]} is" if len(named) == 1 else f"Sections {_listed(named)} are"
    return f"{words} {what}; the telegram has {total}."


def _listed(named: list[str]) -> str:
    return f"{', '.join(named[:-1])} and {named[-1]}"
