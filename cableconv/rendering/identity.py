"""What a cable is known by, in files that others are added to: one that comes again replaces it."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.cable import Cable


def identity_of(cable: Cable) -> str:
    """What is equal for two versions of one cable."""
    source = cable.source
    section = cable.section.number if cable.section else None
    return identity(cable.key, section, (source.name, source.member), source.row)


def identity(
    key: str | None, section: int | None, places: Iterable[str | None], row: int | None
) -> str:
    """The same of what a file holds of a cable: its key and section, as sections share a key.

    One without a key is known by where it stood: ``places``, the file and the member of an archive,
    and the row of a dump.
    """
    if key:
        return f"{key}\n{section or ''}"
    return "\n".join(["", *filter(None, places), str(row or "")])
