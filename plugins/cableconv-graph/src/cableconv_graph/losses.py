"""Changes that a graph makes to a cable's data."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv import Cable
from cableconv.cable import Diagnostic
from cableconv.diagnostics import Code
from cableconv.rendering.characters import forbidden, forbidden_in

_SHOWN = {"id", "date", "origin", "to", "info", "classification", "subject", "references"}
_NOT_SHOWN = frozenset(Cable.__struct_fields__) - _SHOWN

CHARACTER = Code(
    "graph-forbidden-character",
    "warning",
    "characters that XML cannot hold are replaced: {characters}",
    hint="the format json keeps them",
)


def losses(cable: Cable) -> Iterator[Diagnostic]:
    """Yield warnings about replaced characters."""
    for path, found in forbidden_in(cable, never=_NOT_SHOWN):
        yield CHARACTER.at(path, characters=", ".join(forbidden(found)))
