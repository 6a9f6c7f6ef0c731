"""What a clean telegram leaves out: what is about the source, and what stood around the text."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable, Diagnostic, Source

LEFT_OUT = ("furniture", "parts", "diagnostics", "source")
"""Fields that a telegram has no line for.  Spans count characters of the old text and go too."""


def left_out(cable: Cable) -> Iterator[Diagnostic]:
    """One diagnostic for each of these fields that this cable has something in."""
    for field in LEFT_OUT:
        value = getattr(cable, field)
        if value and value != Source():
            count = f"{len(value)} entries of " if isinstance(value, tuple) else ""
            yield Diagnostic(
                code="text-leaves-out",
                severity="info",
                message=f"{count}{field} left out",
                path=field,
                hint="JSON and XML keep the whole tree",
            )
