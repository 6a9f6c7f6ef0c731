"""What references are told apart by, and what has no field of its own in most of their forms."""

from __future__ import annotations

from hashlib import sha256

import msgspec
from cableconv import Cable
from cableconv.rendering.citation import Record

_HASH = 12  # digits that tell cables without a key apart


def id_of(cable: Cable) -> str:
    """The key that archives cite the cable by, or else a hash of the whole of it."""
    return cable.key or f"cable-{sha256(msgspec.json.encode(cable)).hexdigest()[:_HASH]}"


def notes(found: Record) -> tuple[str, ...]:
    """The classification."""
    return (f"Classification: {found.marking}",) if found.marking else ()
