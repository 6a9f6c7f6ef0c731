"""The meanings of tags on the TAGS line (5 FAH-3 H-010)."""

from __future__ import annotations

from functools import cache

from cableconv.vocabulary.tables import rows


def meaning(tag: str) -> str | None:
    """Return the name of a subject, program or place; None if the table lacks the tag."""
    return _names().get(tag)


@cache
def _names() -> dict[str, str]:
    """Return the names; the table has countries by their codes (ISO 3166-1 alpha-2)."""
    countries = {row["code"]: row["name"].removeprefix("the ") for row in rows("countries")}
    named = ((row["code"], row["name"]) for row in rows("tags") if row["name"])
    return {tag: countries.get(name, name) for tag, name in named}
