"""The form's own data on the telegram: its number and its date."""

from __future__ import annotations

from cableconv.patterns import pattern
from cableconv.readers.smart.form import Form
from cableconv.vocabulary import stations
from cableconv.vocabulary.dates_in_text import find_date

_NUMBER = pattern(
    r"(?:19|20)?(?P<year>\d\d)\s+(?P<station>[A-Z][A-Z .'-]*?)\s+(?P<serial>\d{1,9})$"
)


def witnesses(text: str, form: Form) -> dict[str, str | None]:
    """Return ``id`` and ``date`` for ``Source``; a released copy's banner is not the original's."""
    return {"id": _id(_value(text, form, "mrn")), "date": find_date(_value(text, form, "date"))}


def _value(text: str, form: Form, name: str) -> str:
    field = form.first(name)
    return " ".join(text[start:end] for start, end in field.values) if field else ""


def _id(number: str) -> str | None:
    found = _NUMBER.match(number.strip())
    if found is None:
        return number or None
    return f"{found['year']}{stations.completed(found['station'])}{int(found['serial'])}"
