"""The title of a document: ``Telegram From the Embassy in Norway to the Department of State``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cableconv.cable import Cable
from cableconv.rendering.foreign_relations.names import addressee_in_words, sender_in_words

_MOST_NAMED = 2
_MANY = "Multiple Addressees"


class Piece(NamedTuple):
    """A part of the headline; ``role`` is ``from`` or ``to`` for a name, else None."""

    text: str
    role: str | None = None


def headline(cable: Cable) -> str:
    """Return it as plain text."""
    return "".join(piece.text for piece in headline_pieces(cable))


def headline_pieces(cable: Cable) -> Iterator[Piece]:
    """Yield the headline in parts; names are without their article."""
    yield Piece("Telegram")
    sent_by = sender_in_words(cable)
    if sent_by:
        yield from _named(" From", sent_by, "from")
    if len(cable.to) > _MOST_NAMED:  # the source note names them
        yield from _named(" to", _MANY, "to")
        return
    for number, addressee in enumerate(cable.to):
        joint = " and" if number else " to"
        yield from _named(joint, addressee_in_words(addressee, cable), "to")


def names_addressees(cable: Cable) -> bool:
    """Whether the headline names the addressees."""
    return len(cable.to) <= _MOST_NAMED


def _named(joint: str, name: str, role: str) -> Iterator[Piece]:
    article = "the " if name.startswith("the ") else ""
    yield Piece(f"{joint} {article}")
    yield Piece(name.removeprefix(article), role)
