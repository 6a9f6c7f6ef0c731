"""Message ids made from cable ids, so that mails refer to each other like the cables."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import quote

from cableconv import Cable

_LINE = 76
_DIGEST = 24


def message_id(cable: Cable, domain: str) -> str | None:
    """Return ``<08OSLO17@cables.invalid>``; for a later section alone, ``<08OSLO17.2@...>``."""
    if not cable.key:
        return None
    section = cable.section.number if cable.section else 1
    return _id(cable.key, domain, f".{section}" if section > 1 else "")


def referred_to(cable: Cable, domain: str) -> list[str]:
    """Return the ids of the cables referred to, each once, in the order of the REF field."""
    return list(dict.fromkeys(_references(cable, domain)))


def _references(cable: Cable, domain: str) -> Iterator[str]:
    for reference in cable.references:
        if reference.id:
            yield _id(reference.id, domain)


def _id(key: str, domain: str, section: str = "") -> str:
    """Return an id, percent-encoded like a web address (``%20``).

    An id too long for a line, which could not be folded, is replaced by a digest.
    """
    left = quote(key, safe="", errors="replace").replace(".", "%2E")
    if len(f"<{left}{section}@{domain}>") > _LINE:
        left = sha256(left.encode()).hexdigest()[:_DIGEST]
        section = section[:6]
    return f"<{left}{section}@{domain}>"
