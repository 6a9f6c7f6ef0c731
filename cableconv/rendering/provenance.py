"""The provenance of a document: the tool that wrote it, and its source.

All data on the source come from ``cable.source``; a tree without a source has none.  Clock,
machine and folders are never mentioned, so that the same input gives the same bytes everywhere.
"""

from __future__ import annotations

import re

from cableconv.cable import Cable, Furniture, Span
from cableconv.input.files import STDIN_NAME
from cableconv.patterns import pattern
from cableconv.schema.provenance import Provenance as Provenance
from cableconv.version import __version__

TOOL = "cableconv"

_FOLDERS = pattern(r"\A.*[/\\]", re.DOTALL)
_LAST_LINE = pattern(rf"\[Written by {TOOL} \d.*\]")


def provenance(cable: Cable) -> Provenance:
    """Return the provenance of a document of this cable."""
    source = cable.source
    name = None if source.name == STDIN_NAME else source.name
    return Provenance(
        tool=TOOL,
        version=__version__,
        source=_FOLDERS.sub("", name) if name else None,
        member=source.member,
        row=source.row,
        sha256=source.sha256,
    )


def last_line(cable: Cable) -> str:
    """Return the last line of a text document, which states its provenance."""
    return f"[Written by {provenance(cable)}]"


def find_last_line(text: str) -> Furniture | None:
    """Return the piece of furniture that this line becomes when the text is read again."""
    end = len(text.rstrip())
    start = text.rfind("\n", 0, end) + 1
    line = text[start:end]
    if not _LAST_LINE.fullmatch(line):
        return None
    return Furniture(kind="provenance", text=line, span=Span(start, end))
