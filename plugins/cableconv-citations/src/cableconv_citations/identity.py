"""The identifier of a reference, and data that most of its formats have no field for."""

from __future__ import annotations

from hashlib import sha256

import msgspec
from cableconv import Cable
from cableconv.rendering.citation import Record

_HASH = 12  # digits of the hash for cables without a key


def id_of(cable: Cable) -> str:
    """Return the key by which archives cite the cable, or else a hash of its contents."""
    return cable.key or f"cable-{sha256(msgspec.json.encode(cable)).hexdigest()[:_HASH]}"


def notes(found: Record) -> tuple[str, ...]:
    """Return the classification."""
    return (f"Classification: {found.marking}",) if found.marking else ()
