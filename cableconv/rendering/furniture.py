"""What stood around a telegram's text, as names and texts: headers as sent, marks between lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cableconv.cable import Cable, EmbeddedCable, Transmission


class Around(NamedTuple):
    """One transmission's header, or all furniture of a cable: a title and named texts."""

    title: str
    texts: tuple[tuple[str, str], ...]


def around(cable: Cable) -> Iterator[Around]:
    """Each header, then the furniture, of the cable and of those in it; some may be empty."""
    inside = (block.cable for _, block in cable.walk() if isinstance(block, EmbeddedCable))
    for each in (cable, *inside):
        for sent in each.transmissions:
            yield Around("Transmission header", tuple(_header(sent)))
        pieces = ((_named(piece.kind), piece.text) for piece in each.furniture)
        yield Around("Furniture", tuple(pieces))


def _header(sent: Transmission) -> Iterator[tuple[str, str]]:
    for name in sent.__struct_fields__:
        value = getattr(sent, name)
        if value and name != "span":
            yield _named(name), value if isinstance(value, str) else " ".join(value)


def _named(field: str) -> str:
    return "DTG" if field == "dtg" else field.replace("-", " ").capitalize()
