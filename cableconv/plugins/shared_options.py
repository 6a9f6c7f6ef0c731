"""Options that several formats share, so that they mean the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.plugins.api import Option

PROVENANCE = Option(
    name="provenance",
    type=bool,
    default=False,
    help="state what wrote it, and the source's name and hash",
)

EDITORIAL = Option(
    name="editorial",
    type=bool,
    default=True,
    help="notes for readers (lost text, source) and a citation",
)

LAYOUT = Option(
    name="layout",
    default="office",
    choices=("office", "memo", "frus"),
    help="a table of message data above the text, five lines of it, or as Foreign Relations prints",
)


def web_address(name: str, purpose: str) -> Option:
    """Return an option that takes the address of a web site, to which something is appended.

    Any other value raises ``InvalidOptionError``.
    """

    def inspect(address: str) -> Iterable[str]:
        from cableconv.rendering.links import web_base

        web_base(name, address)
        return ()

    return Option(name=name, help=purpose, inspect=inspect)
