"""Other parts of the tree that reveal the original: the account of its text, and its source.

Offsets and line numbers reveal the length of a name, furniture repeats header and text,
diagnostics quote them, and the hash of the file can prove a guess right.  So a redacted
copy has none of these, whether or not they hold anything.
"""

from __future__ import annotations

from typing import Any

from cableconv.cable import AnyBlock, Cable, Diagnostic, EmbeddedCable, Source, Span
from cableconv.tree_values import map_values

_WORDLESS = "the words of this note were removed, as they may quote the text"


def without_traces(cable: Cable) -> Cable:
    """Return the cable without spans, parts, furniture and everything that identifies its source.

    Diagnostics keep code, severity and path; the source keeps the container's own metadata:
    the cable's id, date, office and classification.
    """
    return map_values(_bare(cable).map_blocks(_bare_block), _without_span)


def _bare(cable: Cable) -> Cable:
    return cable.replace(
        furniture=(),
        parts=(),
        diagnostics=tuple(map(_wordless, cable.diagnostics)),
        source=unlocated(cable.source),
    )


def _bare_block(block: AnyBlock) -> AnyBlock:
    return block.replace(cable=_bare(block.cable)) if isinstance(block, EmbeddedCable) else block


def _wordless(found: Diagnostic) -> Diagnostic:
    return Diagnostic(code=found.code, severity=found.severity, message=_WORDLESS, path=found.path)


def unlocated(source: Source) -> Source:
    """Return the container's metadata about the cable, without its location."""
    return Source(
        id=source.id,
        date=source.date,
        office=source.office,
        classification=source.classification,
    )


def _without_span(value: Any) -> Any:
    return None if isinstance(value, Span) else value
