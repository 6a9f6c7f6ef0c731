"""Control characters, which references cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv import Cable
from cableconv.cable import Diagnostic
from cableconv.diagnostics import Code
from cableconv.rendering.characters import forbidden, forbidden_in

from cableconv_citations.held import FIELDS

CHARACTER = Code(
    "citation-forbidden-character",
    "warning",
    "control characters are replaced: {characters}",
    hint="the formats csl-json and json keep them",
)
_NOT_SHOWN = frozenset(Cable.__struct_fields__) - FIELDS


def losses(cable: Cable) -> Iterator[Diagnostic]:
    """Yield warnings about replaced characters."""
    for path, found in forbidden_in(cable, never=_NOT_SHOWN):
        yield CHARACTER.at(path, characters=", ".join(forbidden(found)))
