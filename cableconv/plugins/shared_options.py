"""Options that several formats have, so that they mean the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.plugins.api import Option

PROVENANCE = Option(
    name="provenance",
    type=bool,
    default=False,
    help="say what wrote it, and the source's name and hash",
)

EDITORIAL = Option(
    name="editorial",
    type=bool,
    default=True,
    help="what a reader must know (text that is lost, where it is from) and how it is cited",
)

LAYOUT = Option(
    name="layout",
    default="office",
    choices=("office", "memo", "frus"),
    help="a table of message data above the text, five lines of it, or as Foreign Relations prints",
)


def web_address(name: str, purpose: str) -> Option:
    """An option that takes the address of a web site, which something is put behind.

    Any other value is an ``InvalidOptionError``.
    """

    def inspect(address: str) -> Iterable[str]:
        from cableconv.rendering.links import web_base

        web_base(name, address)
        return ()

    return Option(name=name, help=purpose, inspect=inspect)
