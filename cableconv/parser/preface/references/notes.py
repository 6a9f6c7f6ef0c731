"""Remarks after a reference: ``(NOTAL)``, ``AND PREVIOUS``."""

from __future__ import annotations

import re

from cableconv.patterns import pattern

_NOTE = pattern(
    r"""\s*+(?:[,;-]\s*+)?(?:[(\[{]\s*+)?(?:
      (?P<notal>N[O0]T\s?(?:TO\s)?ALL?S?|N[O0]\sTAL) | (?P<caption>EXDIS|NODIS|LIMDIS|STADIS|NOFORN)
    | (?P<more>(?:AND|&|WITH|PLUS)\s+(?:ALL\s+)?(?:PREV(?:IOUS)?|PRIOR|PRECEDING|EARLIER|SUBSEQUENT
        |OTHERS?|SERIES)(?:\s+(?:CABLES?|TELS?|TELEGRAMS?|MESSAGES|REPORTING))?
      | ET\s+(?:AL|SEQ) | PASEP | SERIES )
    )(?!\w)\.?\s*[)\]}]?""",
    re.IGNORECASE | re.VERBOSE,
)


def read_notes(text: str, position: int) -> tuple[int, tuple[str, ...]]:
    """Return the notes from ``position`` on, in capitals, and their end."""
    notes: list[str] = []
    while position < len(text) and (found := _NOTE.match(text, position)):
        printed = (found["caption"] or found["more"] or "").upper()
        notes.append("NOTAL" if found["notal"] else " ".join(printed.split()))
        position = found.end()
    return position, tuple(notes)


def notes_inside(text: str) -> tuple[str, ...]:
    """Return the notes at the end of ``text``, for other references than cables."""
    end = 0
    for opening in re.finditer(r"[(\[{]", text):
        if opening.start() < end:
            continue  # among the notes just read, which end before words
        end, notes = read_notes(text, opening.start())
        if notes and end == len(text):
            return notes
    return ()
