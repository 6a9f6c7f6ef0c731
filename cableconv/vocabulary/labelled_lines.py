"""Lines with a label and a value (``Name: Kjær``), which keep their breaks like a list."""

from __future__ import annotations

from cableconv.patterns import pattern

_LABELLED = pattern(r"[A-Z](?:[A-Za-z ,/'’#&-]|\([^():]*\)){1,45}:\s+\S")


def is_labelled(line: str) -> bool:
    """Whether the line begins with a label, a colon and a value."""
    return _LABELLED.match(line) is not None
