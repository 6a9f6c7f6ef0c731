"""What stands behind a reference and says how far it went: ``(NOTAL)``, ``AND PREVIOUS``."""

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
    """The notes from ``position`` on, in capitals, and where they end."""
    notes: list[str] = []
    while found := _NOTE.match(text, position):
        printed = (found["caption"] or found["more"] or "").upper()
        notes.append("NOTAL" if found["notal"] else " ".join(printed.split()))
        position = found.end()
    return position, tuple(notes)


def notes_inside(text: str) -> tuple[str, ...]:
    """The notes that end ``text``, for what is no cable: ``DAILY REPORT (NOTAL)``."""
    end = 0
    for opening in re.finditer(r"[(\[{]", text):
        if opening.start() < end:
            continue  # it is among the notes just read, which end in front of words
        end, notes = read_notes(text, opening.start())
        if notes and end == len(text):
            return notes
    return ()
