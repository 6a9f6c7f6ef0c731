"""What stands behind a reference and says how far it went: ``(NOTAL)``, ``AND PREVIOUS``."""

from __future__ import annotations

import re

from cableconv.patterns import pattern

_NOTE = pattern(
    r"""\s*[,;-]?\s*[(\[{]?\s*(?:
      (?P<notal>N[O0]T\s?(?:TO\s)?ALL?S?|N[O0]\sTAL) | (?P<caption>EXDIS|NODIS|LIMDIS|STADIS|NOFORN)
    | (?P<more>(?:AND|&|WITH|PLUS)\s+(?:ALL\s+)?(?:PREV(?:IOUS)?|PRIOR|PRECEDING|EARLIER|SUBSEQUENT
        |OTHERS?|SERIES)(?:\s+(?:CABLES?|TELS?|TELEGRAMS?|MESSAGES|REPORTING))?
      | ET\s+(?:AL|SEQ) | PASEP | SERIES )
    )(?!\w)\.?\s*[)\]}]?""",
    re.IGNORECASE | re.VERBOSE,
)


def read_notes(text: str, position: int) -> tuple[int, tuple[str, ...]]:
    """The notes from ``position`` on, in capitals, and where they end."""
    found = _NOTE.match(text, position)
    if found is None:
        return position, ()
    note = (
        "NOTAL" if found["notal"] else " ".join((found["caption"] or found["more"]).upper().split())
    )
    end, more = read_notes(text, found.end())
    return end, (note, *more)


def notes_inside(text: str) -> tuple[str, ...]:
    """The notes that end ``text``, for what is no cable: ``DAILY REPORT (NOTAL)``."""
    for opening in re.finditer(r"[(\[{]", text):
        end, notes = read_notes(text, opening.start())
        if notes and end == len(text):
            return notes
    return ()
