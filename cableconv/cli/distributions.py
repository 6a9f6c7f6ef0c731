"""What each distribution offers, as ``plugins`` prints it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from cableconv.plugins.descriptors import Exporter, Reader
from cableconv.plugins.installed import BUILT_IN, Origin
from cableconv.plugins.manager import Plugins


def distributions(plugins: Plugins) -> Iterator[str]:
    """A paragraph for each distribution: name, version, then its formats and readers."""
    offers: dict[Origin, list[Exporter | Reader]] = {BUILT_IN: []}
    offered: Sequence[Exporter | Reader] = (*plugins.exporters(), *plugins.readers())
    for offer in offered:
        offers.setdefault(plugins.origin(offer), []).append(offer)
    for origin, own in offers.items():
        built_in = " (built in)" if origin == BUILT_IN else ""
        yield click.style(f"{origin}{built_in}", bold=True)
        yield from (_row(offer) for offer in own)
    if len(offers) == 1:
        yield "No others are installed; docs/plugins.md shows how to write one."


def _row(offer: Exporter | Reader) -> str:
    verb = "writes" if isinstance(offer, Exporter) else "reads"
    return f"  {verb:<8}{offer.name:<12}{offer.help}"
