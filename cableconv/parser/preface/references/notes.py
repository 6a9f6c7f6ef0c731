"""Remarks after a reference: ``(NOTAL)``, ``AND PREVIOUS``, ``TOSEC 110030``."""

from __future__ import annotations

import re

from cableconv.patterns import pattern

_NOTE = pattern(
    r"""\s*+(?:[,;-]\s*+)?(?:[(\[{]\s*+)?(?:
      (?P<notal>(?:ALL\s)?N[O0]T\s?(?:TO\s)?ALL?S?|N[O0]\sTAL)
    | (?P<caption>EXDIS|NODIS|LIMDIS|STADIS|NOFORN)
    | (?P<more>(?:AND|&|WITH|PLUS)\s+(?:ALL\s+)?(?:PREV(?:IOUS)?|PRIOR|PRECEDING|EARLIER|SUBSEQUENT
        |OTHERS?|SERIES)(?:\s+(?:CABLES?|TELS?|TELEGRAMS?|MESSAGES|REPORTING))?
      | ET\s+(?:AL|SEQ) | PASEP | SERIES | (?<=\d\s)(?:TOSEC|SECTO)\s\d{1,6}(?!/) )
    )(?!\w)\.?\s*[)\]}]?""",
    re.IGNORECASE | re.VERBOSE,
)


_BEFORE = " ,;-([{"
_INITIALS = frozenset("NELSATWP&")
_NOTAL = "NOTAL"
_USUAL = "(NOTAL)"
_NEAR = 24
"""Characters that say whether a note may follow; beyond white space of that length it may."""


def read_notes(text: str, position: int) -> tuple[int, tuple[str, ...]]:
    """Return the notes from ``position`` on, in capitals, and their end."""
    notes: list[str] = []
    while (found := _note_at(text, position)) is not None:
        note, position = found
        notes.append(note)
    return position, tuple(notes)


def _note_at(text: str, position: int) -> tuple[str, int] | None:
    """Return the note that begins there, and its end."""
    near = text[position : position + _NEAR]
    behind = near.lstrip()
    if behind.startswith(_USUAL):
        return _NOTAL, position + len(near) - len(behind) + len(_USUAL)
    initial = behind.lstrip(_BEFORE)[:1].upper()
    may_be_note = initial in _INITIALS if initial else len(near) == _NEAR
    found = _NOTE.match(text, position) if may_be_note else None
    if found is None:
        return None
    printed = (found["caption"] or found["more"] or "").upper()
    return _NOTAL if found["notal"] else " ".join(printed.split()), found.end()


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
