"""The meanings of tags on the TAGS line (5 FAH-3 H-010)."""

from __future__ import annotations

from functools import cache

from cableconv.vocabulary.tables import rows


def meaning(tag: str) -> str | None:
    """Return the name of a subject, program or place; None if the table lacks the tag."""
    return _names().get(tag)


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows("tags") if row["name"]}
