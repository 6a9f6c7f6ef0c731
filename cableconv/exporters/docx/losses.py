"""What a Word document has no place for, and what it shows otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cableconv.cable import Cable, Diagnostic
from cableconv.diagnostics.formats import DOCX_FORBIDDEN_CHARACTER
from cableconv.plugins.api import Omission
from cableconv.rendering.characters import FORBIDDEN
from cableconv.tree_values import texts

_NEVER_TEXT = ("transmissions", "furniture", "parts", "diagnostics", "source", "summary")

_FORMAT_LINES = (
    *("identifier", "routing", "serial", "section"),
    *("filed", "security", "signals", "remarks"),
)
"""What stands in format lines 1 to 5, but for the date-time group."""

OMISSIONS = (
    *(Omission(path, ("tree",)) for path in ("*.span", "parts", "diagnostics", "source")),
    *(Omission(path, ("tree",)) for path in ("classification.text", "number")),
    *(Omission(f"transmissions.{name}", ("tree", "furniture")) for name in _FORMAT_LINES),
    Omission("furniture", ("tree", "furniture")),
)
"""What is not shown: only the tree inside, or the pages of furniture, keep it."""


def lost(cable: Cable) -> Iterator[Diagnostic]:
    """A warning for each text in which characters are replaced."""
    tree = msgspec.to_builtins(cable)
    for field in _NEVER_TEXT:
        del tree[field]
    for path, text in texts(tree, ""):
        if found := FORBIDDEN.findall(text):
            yield _replaced(path, found)


def _replaced(path: str, found: list[str]) -> Diagnostic:
    codes = ", ".join(f"U+{ord(character):04X}" for character in dict.fromkeys(found))
    return DOCX_FORBIDDEN_CHARACTER.at(path, number=len(found), characters=codes)
