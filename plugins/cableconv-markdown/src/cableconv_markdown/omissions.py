"""The parts of a cable that this format omits, as notes and web pages do not need them."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.plugins import Omission

_MACHINES = ("*.span", "parts", "diagnostics", "furniture", "transmissions")
_MESSAGE_DATA = {
    "origin": ("route",),
    "precedence": ("info",),
    "to": ("route", "office", "precedence", "number", "exempted"),
    "info": ("route", "office", "precedence", "number", "exempted"),
    "classification": ("caveats",),
    "executive_order": ("order", "text", "declassify_event", "exemption"),
    "classified_by": ("text", "people.title"),
    "source": ("reader", "encoding", "id", "date", "office", "classification", "url"),
}
_PROVENANCE = ("name", "member", "row", "sha256")
_WHOLE_FIELDS = (
    *("number", "section", "passing", "subject_marking"),
    *("distribution", "drafted_by", "approved_by", "cleared_by"),
)


def _paths() -> Iterator[str]:
    yield from _MACHINES
    yield from _WHOLE_FIELDS
    for field, parts in _MESSAGE_DATA.items():
        yield from (f"{field}.{part}" for part in parts)


OMISSIONS = (
    *map(Omission, _paths()),
    *(Omission(f"source.{part}", kept_by=("provenance",)) for part in _PROVENANCE),
)
