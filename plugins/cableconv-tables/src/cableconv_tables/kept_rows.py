"""Rows of an earlier table that stay when cables are added to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cableconv.errors import OutputError
from cableconv.rendering.columns import COLUMNS
from cableconv.rendering.identity import identity

NAMES = [column.name for column in COLUMNS]

_KEY, _SECTION, _NAME, _MEMBER, _ROW = map(
    NAMES.index, ("key", "section", "source_name", "source_member", "source_row")
)


def identity_of_row(row: Sequence[Any]) -> str:
    """Which cable it is about; a number may be a text, and nothing may be an empty one."""
    section, number = (int(row[at]) if row[at] else None for at in (_SECTION, _ROW))
    return identity(row[_KEY], section, (row[_NAME], row[_MEMBER]), number)


def refuse_strangers(names: Sequence[object], earlier: Path) -> None:
    """OutputError if these are not the columns of a table of this version."""
    if list(names) != NAMES:
        raise not_ours(earlier)


def not_ours(earlier: Path) -> OutputError:
    """What to raise for a file that nothing can be added to."""
    return OutputError(
        "nothing can be added to it, for it has not the columns of this version's tables",
        path=earlier,
        hint="name another file with -o, or write it again without --append.",
    )
