"""Which distributions are there, as ``plugins`` prints them; installed ones are not imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from cableconv.cli.wording import printable
from cableconv.plugins import environment
from cableconv.plugins.installed import BUILT_IN, Installed, installed
from cableconv.plugins.kinds import KINDS
from cableconv.plugins.manager import Plugins
from cableconv.plugins.probe import Row

VERBS = {"format": "writes", "reader": "reads", "transform": "changes"}
"""What an offer does, by its noun; the others go by their nouns."""


def distributions() -> Iterator[str]:
    """A paragraph for each: name, version, and what it offers or announces."""
    yield heading(f"{BUILT_IN} (built in)")
    host = Plugins(third_party=False)
    for kind in KINDS:
        yield from rows((kind.noun, [offer.name], offer.help) for offer in host.offers(kind))
    found = installed()
    for origin, plugins in groupby(found, key=lambda plugin: plugin.origin):
        yield heading(str(origin))
        yield from (_announced(plugin) for plugin in plugins)
    if found:
        yield "cableconv plugins --check tries them and says what they offer."
    else:
        yield "No others are installed; cableconv plugins new NAME begins one."


def heading(text: str) -> str:
    """A distribution's line."""
    return click.style(text, bold=True)


def rows(offers: Iterable[Row]) -> Iterator[str]:
    """Offers in columns: what it does, name, help."""
    for noun, names, says in offers:
        yield f"  {VERBS.get(noun, noun):<9}{names[0]:<14} {printable(says)}".rstrip()


def _announced(plugin: Installed) -> str:
    left_out = " (disabled)" if plugin.is_among(environment.disabled()) else ""
    summary = plugin.entry.dist.metadata["Summary"] if plugin.entry.dist else None
    says = printable(summary or plugin.entry.value)
    return f"  {'plugin':<9}{plugin.entry.name:<14} {says}{left_out}"
