"""A label that breaks off in dots, where a page shows only the beginning of a cable."""

from __future__ import annotations

from cableconv.parser.lexer.labels import Field

_DOTS = ("...", "…")
_LABELS: dict[str, Field] = {
    "E.O. 12958": "executive_order",
    "TAGS": "tags",
    "SUBJECT": "subject",
    "REFTEL": "references",
    "CLASSIFIED BY": "classified_by",
}
_SHORTEST = 2  # letters: one may begin anything


def field_of_cut_label(text: str) -> Field | None:
    """Return the field whose label a text's last line begins: ``SUBJE...``, ``Classified B...``."""
    if not text.endswith(_DOTS):
        return None
    begun = text.rstrip(".… ").upper()
    if len(begun) < _SHORTEST:
        return None
    return next((field for label, field in _LABELS.items() if label.startswith(begun)), None)
