"""The parts of a cable that a reference holds: few, as it only identifies the cable."""

from __future__ import annotations

IN_WORDS = (
    *("id", "date", "subject", "number.serial", "section"),
    *("origin.name", "origin.post", "to.name", "source.url"),
)
"""The parts in a citation in words."""

IN_RECORDS = (
    *IN_WORDS,
    *("classification.level", "classification.caveats", "tags", "summary"),
)
"""The parts in a record for a reference manager."""

FIELDS = frozenset({path.partition(".")[0] for path in IN_RECORDS})
