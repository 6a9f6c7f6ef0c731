"""Converts the numbers that archives give cables to the form of ``Cable.id``."""

from __future__ import annotations

from cableconv.patterns import pattern
from cableconv.vocabulary import stations

_NUMBER = pattern(
    r"(?:19|20)?(?P<year>\d\d)(?P<station>[A-Z][A-Z ]*?)(?P<serial>\d{1,9})(?:_[a-z])?"
)
_OF_A_CABLE = pattern(r"(?P<year>(?:19|20)?\d\d)?\s?[A-Z][A-Z .'-]{2,}\d{1,9}[A-Z]?(?:_[a-z])?")
_CUT_AMISS = {"ATO": "USNATO", "PORTO": "PORTOFSPAIN"}
"""Stations in the National Archives' numbers that are no beginning of their name, or of two."""
_LISTED = pattern(r"(?<![A-Z\d])(?P<year>\d\d)(?P<station>[A-Z][A-Z.'-]+)(?P<serial>\d{1,9})(?!\d)")


def archive_id(number: str) -> str:
    """Return ``1976PRETOR04668``, with its cut station, or PlusD's ``10SHANGHAI60_a`` as an id.

    Other texts stay as they are.
    """
    found = _NUMBER.fullmatch(number)
    if found is None:
        return number
    cut = _CUT_AMISS.get(found["station"]) if number.startswith("197") else None
    return f"{found['year']}{cut or stations.completed(found['station'])}{int(found['serial'])}"


def is_cable_number(text: str) -> bool:
    """Whether it is a station and a serial, perhaps after a year: ``08OSLO17``, ``OSLO 17``."""
    return _OF_A_CABLE.fullmatch(text) is not None


def is_dated_number(text: str) -> bool:
    """Whether it is a cable's number with its year, so that no other cable has it."""
    found = _OF_A_CABLE.fullmatch(text)
    return found is not None and found["year"] is not None


def ids_by_number(text: str) -> dict[str, str]:
    """Return the ids in a column of references (``08OSLO17|08SECSTATE4``) by station and number.

    A telegram prints just station and number where it leaves out the year: ``OSLO17``.
    """
    found: dict[str, str] = {}
    for number in _LISTED.finditer(text):
        key = f"{stations.canonical(number['station'])}{int(number['serial'])}"
        found[key] = f"{number['year']}{key}"
    return found
