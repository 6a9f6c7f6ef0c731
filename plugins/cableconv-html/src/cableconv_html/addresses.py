"""Addresses that a user gives: those of a web site, and no other, are followed."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from cableconv import InvalidOption


def inspect_link_base(base: str) -> Iterator[str]:
    """Has nothing to warn of; InvalidOption for what is no address of a web site."""
    return _inspect("link_base", base, "cable/")


def inspect_tag_base(base: str) -> Iterator[str]:
    """Has nothing to warn of; InvalidOption for what is no address of a web site."""
    return _inspect("tag_base", base, "tag/")


def _inspect(option: str, base: str, example: str) -> Iterator[str]:
    try:
        parts = urlsplit(base)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and base.isprintable()
    except ValueError:
        sound = False
    if not sound or " " in base:
        raise InvalidOption(
            f"option {option!r} of html takes the address of a web site that a name is put "
            f"behind, like https://archive.example/{example}, not {base[:60]!r}."
        )
    yield from ()
