"""What stood around a telegram's text, as names and texts: headers as sent, marks between lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cableconv.cable import Cable, EmbeddedCable, Furniture, Transmission


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
        pieces = ((_placed(piece), piece.text) for piece in each.furniture)
        yield Around("Furniture", tuple(pieces))


def _header(sent: Transmission) -> Iterator[tuple[str, str]]:
    for name in sent.__struct_fields__:
        value = getattr(sent, name)
        if value and name != "span":
            yield _named(name), value if isinstance(value, str) else " ".join(value)


def _placed(piece: Furniture) -> str:
    """What it is, and the page it stands on where the container has pages."""
    named = _named(piece.kind)
    return named if piece.page is None else f"{named}, page {piece.page}"


def _named(field: str) -> str:
    return "DTG" if field == "dtg" else field.replace("-", " ").capitalize()
