"""The parts of a cable that this format omits: transmission lines, and details of the parsing."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.plugins import Omission

_OF_THE_READING = ("parts", "diagnostics")
_OF_THE_MACHINE = ("routing", "section", "filed", "security", "signals", "remarks")
_OF_THE_CONTAINER = ("reader", "encoding", "date", "office", "classification")
_OF_THE_FILE = ("name", "member", "row", "sha256", "id", "url")
_WITHOUT_THEIR_PLACE = (
    *("precedence", "origin", "to", "info", "transmissions", "classification", "number"),
    *(
        "section",
        "executive_order",
        "references",
        "classified_by",
        "classified_by.people",
        "furniture",
    ),
)


def _omissions() -> Iterator[Omission]:
    yield from map(Omission, _OF_THE_READING)
    yield from (Omission(f"transmissions.{field}") for field in _OF_THE_MACHINE)
    yield from (Omission(f"source.{field}") for field in _OF_THE_CONTAINER)
    yield from (Omission(f"source.{field}", kept_by=("provenance",)) for field in _OF_THE_FILE)
    yield Omission("span")
    yield from (Omission(f"{node}.span") for node in _WITHOUT_THEIR_PLACE)
    yield Omission("body.span", kept_by=("furniture",))  # furniture is placed by its span
    yield Omission("furniture", kept_by=("furniture",))
    yield Omission("furniture.page")


OMISSIONS = tuple(_omissions())
