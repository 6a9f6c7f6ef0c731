"""Addresses that a user gives: those of a web site, and no other, are followed."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.rendering.links import web_base


def inspect_link_base(base: str) -> Iterable[str]:
    """Has nothing to warn of; InvalidOptionError for what is no address of a web site."""
    web_base("link_base", base)
    return ()


def inspect_tag_base(base: str) -> Iterable[str]:
    """Has nothing to warn of; InvalidOptionError for what is no address of a web site."""
    web_base("tag_base", base)
    return ()
