"""Values as SQLite holds them."""

from __future__ import annotations

from collections.abc import Iterable

Value = str | int | None
Row = tuple[Value, ...]


def lines(values: Iterable[str]) -> str | None:
    """Several values in one cell, a line each; nothing for none."""
    return "\n".join(values) or None
