"""What else knows the original: the account of its text, and the file that it came in.

Offsets and line numbers tell how long a name was, furniture repeats header and text, the words
of a diagnostic quote them, and with the hash of the file a guess can be proven right.  So
none of them is in a redacted copy, whether it was found to hold anything or not.
"""

from __future__ import annotations

from typing import Any

from cableconv.cable import AnyBlock, Cable, Diagnostic, EmbeddedCable, Source, Span
from cableconv.tree_values import map_values

_WORDLESS = "the words of this note were taken out with what they may quote"


def without_traces(cable: Cable) -> Cable:
    """The cable without spans, parts, furniture and all that leads to its source.

    Diagnostics keep code, severity and path; the source keeps what the container says
    itself: the cable's id, date, office and classification.
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
    """What the container says itself of the cable, without where it lies."""
    return Source(
        id=source.id,
        date=source.date,
        office=source.office,
        classification=source.classification,
    )


def _without_span(value: Any) -> Any:
    return None if isinstance(value, Span) else value
