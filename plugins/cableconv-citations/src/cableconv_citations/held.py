"""What of a cable a reference holds: little, for it says where the cable is."""

from __future__ import annotations

IN_WORDS = (
    *("id", "date", "subject", "number.serial", "section"),
    *("origin.name", "origin.post", "to.name", "source.url"),
)
"""What a citation in words says."""

IN_RECORDS = (
    *IN_WORDS,
    *("classification.level", "classification.caveats", "tags", "summary"),
)
"""What a record for a reference manager says."""

FIELDS = frozenset({path.partition(".")[0] for path in IN_RECORDS})
