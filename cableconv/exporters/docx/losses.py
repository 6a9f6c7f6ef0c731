"""What a Word document does not show of a cable, or shows otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cableconv.cable import Cable, Diagnostic
from cableconv.exporters.docx.characters import FORBIDDEN
from cableconv.walking import texts

_NOT_SHOWN = {
    "transmissions": "the transmission header (format lines 1 to 5)",
    "furniture": "page marks, repeated headers and other furniture",
}
_NEVER_TEXT = ("parts", "diagnostics", "source", "summary")


def lost(cable: Cable) -> Iterator[Diagnostic]:
    """A note for each field that is left out, a warning for each text with replaced characters."""
    tree = msgspec.to_builtins(cable)
    for field, words in _NOT_SHOWN.items():
        if tree.pop(field):
            message = f"{words}: not shown in a Word document"
            yield Diagnostic(code="docx-not-shown", severity="info", message=message, path=field)
    for field in _NEVER_TEXT:
        del tree[field]
    for path, text in texts(tree, ""):
        if found := FORBIDDEN.findall(text):
            yield _replaced(path, found)


def _replaced(path: str, found: list[str]) -> Diagnostic:
    codes = ", ".join(f"U+{ord(character):04X}" for character in dict.fromkeys(found))
    return Diagnostic(
        code="docx-forbidden-character",
        severity="warning",
        message=f"characters that a Word document cannot hold are replaced ({len(found)}): {codes}",
        path=path,
        hint="the formats xml and json keep them",
    )
