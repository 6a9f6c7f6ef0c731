"""Changes made because of XML's limits."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cableconv.cable import Cable, Diagnostic
from cableconv.diagnostics.formats import XML_FORBIDDEN_CHARACTER
from cableconv.exporters.xml.characters import escaped
from cableconv.tree_values import texts


def escaped_characters(cable: Cable) -> Iterator[Diagnostic]:
    """Yield one warning for every value with characters that XML forbids."""
    for path, text in texts(msgspec.to_builtins(cable), ""):
        if found := escaped(text):
            characters = ", ".join(dict.fromkeys(found))
            yield XML_FORBIDDEN_CHARACTER.at(path, characters=characters)
