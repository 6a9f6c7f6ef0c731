"""Values in the form that SQLite stores."""

from __future__ import annotations

from collections.abc import Iterable

Value = str | int | None
Row = tuple[Value, ...]


def lines(values: Iterable[str]) -> str | None:
    """Return several values in one cell, one per line; None without values."""
    return "\n".join(values) or None
