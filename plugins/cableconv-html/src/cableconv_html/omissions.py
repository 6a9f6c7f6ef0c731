"""The parts of a cable that a page omits, and the options that keep them."""

from __future__ import annotations

from cableconv.plugins import Omission

_HEADER = ("identifier", "routing", "serial", "section", "filed", "security", "signals", "remarks")
_TOLD = ("name", "member", "row", "id", "url")
_NOT_TOLD = ("reader", "sha256", "encoding", "date", "office", "classification")

OMISSIONS = (
    Omission("*.span"),
    Omission("parts"),
    Omission("diagnostics", ("diagnostics",)),
    *(Omission(f"source.{name}", ("editorial", "provenance")) for name in _TOLD),
    *(Omission(f"source.{name}", ("provenance",)) for name in _NOT_TOLD),
    Omission("furniture", ("furniture",)),
    *(Omission(f"transmissions.{field}", ("furniture",)) for field in _HEADER),
)
