"""Text around a telegram, with titles: headers as sent, marks between lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cableconv.cable import Cable, EmbeddedCable, Furniture, Transmission


class Around(NamedTuple):
    """The header of one transmission, or all furniture of a cable: a title and named texts."""

    title: str
    texts: tuple[tuple[str, str], ...]


def around(cable: Cable) -> Iterator[Around]:
    """Yield each header, then the furniture, of the cable and embedded ones; may be empty."""
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
    """Return the kind, and the page if the container has pages."""
    named = _named(piece.kind)
    return named if piece.page is None else f"{named}, page {piece.page}"


def _named(field: str) -> str:
    return "DTG" if field == "dtg" else field.replace("-", " ").capitalize()
