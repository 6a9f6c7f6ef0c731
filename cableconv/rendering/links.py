"""Addresses that links lead to: the web site that a user names, and what stands there.

Formats that link cables take the site's address as an option and put the cable's id behind it.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from cableconv.errors import InvalidOptionError


def web_base(option: str, base: str) -> str:
    """The address of a web site that names can be put behind, as it was given.

    Raises:
        InvalidOptionError: it is none that a reader may safely follow; ``option`` is named.
    """
    try:
        parts = urlsplit(base)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and base.isprintable()
    except ValueError:
        sound = False
    if not sound or " " in base:
        raise InvalidOptionError(
            f"option {option!r} takes the address of a web site that a name is put behind, "
            f"like https://archive.example/cable/, not {base[:60]!r}."
        )
    return base


def address_of(name: str, base: str) -> str:
    """Where something of that name stands: what an address cannot hold is written as ``%``."""
    return base + quote(name, safe="", errors="replace")
