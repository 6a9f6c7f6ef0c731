"""A whole cable as a TEI document."""

from __future__ import annotations

from cableconv import Cable

from cableconv_tei.elements import block
from cableconv_tei.header import header
from cableconv_tei.telegram import Telegrams

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def encode(
    cable: Cable,
    *,
    link_base: str | None = None,
    furniture: bool = False,
    provenance: bool = False,
) -> str:
    """Return the cable as TEI P5; ``exporter`` describes the options."""
    telegram = Telegrams(cable, link_base, furniture).whole()
    lines = [*header(cable, provenance), *block("text", block("body", telegram))]
    return "\n".join([_DECLARATION, *block("TEI", lines, xmlns=NAMESPACE), ""])
