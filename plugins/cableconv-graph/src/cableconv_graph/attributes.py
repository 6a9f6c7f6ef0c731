"""Attributes in the form that both formats need: without missing values, valid in XML."""

from __future__ import annotations

from cableconv.rendering.characters import allowed

Attributes = dict[str, str | int | bool]


def attributes(**values: str | int | bool | None) -> Attributes:
    """Return the attributes that have a value."""
    return {
        name: allowed(value) if isinstance(value, str) else value
        for name, value in values.items()
        if value is not None
    }
