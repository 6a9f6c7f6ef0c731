"""What a tag of the TAGS line stands for (5 FAH-3 H-010)."""

from __future__ import annotations

from functools import cache

from cableconv.vocabulary.tables import rows


def meaning(tag: str) -> str | None:
    """The name of a subject, program or place; None where the table has none."""
    return _names().get(tag)


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows("tags") if row["name"]}
