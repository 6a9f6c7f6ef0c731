"""What of a cable a reference leaves out: nearly all, for it says where the cable is."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv import Cable
from cableconv.plugins import Omission

SHOWN = frozenset({"id", "date", "origin", "to", "number", "section", "subject", "source",
                   "classification", "captions", "tags", "summary"})  # fmt: skip
"""Fields of which a reference says something."""

_PARTS = {
    "origin": ("route", "country"),
    "to": ("route", "office", "precedence", "number", "exempted"),
    "number": ("station", "text"),
    "classification": ("text",),
    "source": ("reader", "name", "member", "row", "sha256", "encoding", "id", "date", "office",
               "classification"),
}  # fmt: skip


def _paths(parts: dict[str, tuple[str, ...]]) -> Iterator[Omission]:
    yield Omission("*.span")
    yield Omission("captions")  # but for those that limit distribution
    yield from (Omission(name) for name in Cable.__struct_fields__ if name not in {*SHOWN, "span"})
    for field, names in parts.items():
        yield from (Omission(f"{field}.{name}") for name in names)


IN_RECORDS = tuple(_paths(_PARTS))

IN_WORDS = (
    *IN_RECORDS,
    *(Omission(name) for name in ("classification", "tags", "summary")),
)
