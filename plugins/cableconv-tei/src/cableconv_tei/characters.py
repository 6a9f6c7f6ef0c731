"""Characters that TEI cannot hold: those that XML 1.0 forbids (2.2) become U+FFFD."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv import Cable
from cableconv.cable import Diagnostic
from cableconv.rendering.characters import forbidden, forbidden_in


def losses(cable: Cable) -> Iterator[Diagnostic]:
    """Yield one warning for every text of the cable with such a character."""
    for path, found in forbidden_in(cable):
        yield Diagnostic(
            code="tei-forbidden-character",
            severity="warning",
            message=f"XML cannot hold {', '.join(forbidden(found))}; written as U+FFFD",
            path=path,
            hint="remove it from the source, or write xml, which can restore it",
        )
