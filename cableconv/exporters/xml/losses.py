"""What had to be changed because XML cannot hold it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cableconv.cable import Cable, Diagnostic
from cableconv.exporters.xml.characters import escaped
from cableconv.tree_values import texts


def escaped_characters(cable: Cable) -> Iterator[Diagnostic]:
    """One warning for every value that holds characters which XML forbids."""
    for path, text in texts(msgspec.to_builtins(cable), ""):
        if found := escaped(text):
            yield Diagnostic(
                code="xml-forbidden-character",
                severity="warning",
                message=f"XML cannot hold {', '.join(dict.fromkeys(found))}; written as _xHHHH_",
                path=path,
                hint="reading the XML back restores it; take it out of the source to be rid of it",
            )
