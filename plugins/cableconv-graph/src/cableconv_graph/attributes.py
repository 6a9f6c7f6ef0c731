"""Attributes as both formats take them: without what is absent, and as XML may hold them."""

from __future__ import annotations

from cableconv.rendering.characters import allowed

Attributes = dict[str, str | int | bool]


def attributes(**values: str | int | bool | None) -> Attributes:
    """Those that have a value."""
    return {
        name: allowed(value) if isinstance(value, str) else value
        for name, value in values.items()
        if value is not None
    }
