"""Options that several formats have, so that they mean the same everywhere."""

from __future__ import annotations

from cableconv.plugins.api import Option

PROVENANCE = Option(
    name="provenance",
    type=bool,
    default=False,
    help="say what wrote it, and the source's name and hash",
)
