"""What of a cable a page leaves out, and the switches that keep it."""

from __future__ import annotations

from cableconv.plugins import Omission

_HEADER = ("identifier", "routing", "serial", "section", "filed", "security", "signals", "remarks")

OMISSIONS = (
    Omission("*.span"),
    Omission("parts"),
    Omission("diagnostics", ("diagnostics",)),
    Omission("source", ("provenance",)),
    Omission("furniture", ("furniture",)),
    *(Omission(f"transmissions.{field}", ("furniture",)) for field in _HEADER),
)
