"""Targets of links: the user's web site, and the addresses of things on it and of sources.

Formats that link cables take the site's address as an option and append the cable's id.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from cableconv.errors import InvalidOptionError

_WITHIN_A_SITE = ("/", ".", "?", "#")
"""The first characters of relative references (RFC 3986, 4.2) that name no file of their own."""


def web_base(option: str, base: str) -> str:
    """Return the address of a web site, unchanged, to which names can be appended.

    Raises:
        InvalidOptionError: it is not safe to follow; the message names ``option``.
    """
    try:
        parts = urlsplit(base)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and base.isprintable()
    except ValueError:
        sound = False
    if not sound or " " in base:
        raise InvalidOptionError(
            f"option {option!r} takes the address of a web site, to which a name is appended, "
            f"like https://archive.example/cable/, not {base[:60]!r}."
        )
    return base


def address_of(name: str, base: str) -> str:
    """Return the address of a name on the site, percent-encoded."""
    return base + quote(name, safe="", errors="replace")


def address_from_anywhere(address: str | None) -> str | None:
    """Return a source's address; None for one within its site, which no one can look up."""
    return address if address and not address.startswith(_WITHIN_A_SITE) else None
