"""What of a cable this format leaves out: the machine's lines, and how the tree was read."""

from __future__ import annotations

from cableconv.plugins import Omission

_NEVER = (
    *("*.span", "parts", "diagnostics"),
    *("transmissions.routing", "transmissions.section", "transmissions.filed"),
    *("transmissions.security", "transmissions.signals", "transmissions.remarks"),
    *("source.reader", "source.encoding", "source.date", "source.office", "source.classification"),
)
_PROVENANCE = ("source.name", "source.member", "source.row", "source.sha256", "source.id")

OMISSIONS = (
    *(Omission(path) for path in _NEVER),
    *(Omission(path, kept_by=("provenance",)) for path in (*_PROVENANCE, "source.url")),
    Omission("furniture", kept_by=("furniture",)),
)
