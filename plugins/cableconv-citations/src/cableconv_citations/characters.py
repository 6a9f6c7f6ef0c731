"""Texts of references: one line each, without control characters."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv import Cable
from cableconv.cable import Diagnostic
from cableconv.diagnostics import Code
from cableconv.rendering.characters import allowed, forbidden, forbidden_in

from cableconv_citations.held import FIELDS

CHARACTER = Code(
    "citation-forbidden-character",
    "warning",
    "control characters are replaced: {characters}",
    hint="the formats csl-json and json keep them",
)
_NOT_SHOWN = frozenset(Cable.__struct_fields__) - FIELDS


def one_line(text: str) -> str:
    """The text with single spaces for spaces and line breaks, and U+FFFD for what XML forbids."""
    return " ".join(allowed(text).split())


def losses(cable: Cable) -> Iterator[Diagnostic]:
    """Characters that are replaced."""
    for path, found in forbidden_in(cable, never=_NOT_SHOWN):
        yield CHARACTER.at(path, characters=", ".join(forbidden(found)))
