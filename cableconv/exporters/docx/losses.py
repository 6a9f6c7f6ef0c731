"""What a Word document cannot hold or has to change."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable, Diagnostic
from cableconv.diagnostics.formats import DOCX_FORBIDDEN_CHARACTER
from cableconv.plugins.api import Omission
from cableconv.rendering.characters import forbidden, forbidden_in

_NEVER_TEXT = ("transmissions", "furniture", "parts", "diagnostics", "source", "summary")

_FORMAT_LINES = (
    *("identifier", "routing", "serial", "section"),
    *("filed", "security", "signals", "remarks"),
)
"""Format lines 1 to 5, except the date-time group."""

_NOT_TOLD = (
    *("reader", "name", "member", "row", "sha256"),
    *("encoding", "date", "office", "classification"),
)
"""Parts of the source that only a document with its tree inside keeps."""

OMISSIONS = (
    *(Omission(path, ("tree",)) for path in ("*.span", "parts", "diagnostics")),
    *(Omission(f"source.{name}", ("tree",)) for name in _NOT_TOLD),
    *(Omission(f"source.{name}", ("tree", "editorial")) for name in ("id", "url")),
    Omission("classification.text", ("tree",)),
    *(Omission(f"transmissions.{name}", ("tree", "furniture")) for name in _FORMAT_LINES),
    Omission("furniture", ("tree", "furniture")),
)
"""Parts that are not shown: only the tree inside, or the furniture pages, keep them."""


def lost(cable: Cable) -> Iterator[Diagnostic]:
    """Yield a warning for each text with replaced characters."""
    for path, found in forbidden_in(cable, _NEVER_TEXT):
        codes = ", ".join(forbidden(found))
        yield DOCX_FORBIDDEN_CHARACTER.at(path, number=len(found), characters=codes)
