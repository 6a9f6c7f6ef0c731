"""Which distributions are there, as ``plugins`` prints them; installed ones are not imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from cableconv.cli.wording import printable
from cableconv.plugins.discovery import BUILT_IN, Installed, disabled_by_environment, installed
from cableconv.plugins.host import PluginHost
from cableconv.plugins.probe import Row

VERBS = {"format": "writes", "reader": "reads", "transform": "changes"}
"""What a descriptor does, by its noun; the others go by their nouns."""


def distributions() -> Iterator[str]:
    """A paragraph for each: name, version, and what it offers or announces."""
    yield heading(f"{BUILT_IN} (built in)")
    host = PluginHost(third_party=False)
    for kind in host.kinds:
        yield from rows((kind.noun, [each.name], each.help) for each in host.all(kind))
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


def rows(found: Iterable[Row]) -> Iterator[str]:
    """Descriptors in columns: what it does, name, help."""
    for noun, names, says in found:
        yield f"  {VERBS.get(noun, noun):<9}{names[0]:<14} {printable(says)}".rstrip()


def _announced(plugin: Installed) -> str:
    left_out = " (disabled)" if plugin.is_among(disabled_by_environment()) else ""
    summary = plugin.entry.dist.metadata["Summary"] if plugin.entry.dist else None
    says = printable(summary or plugin.entry.value)
    return f"  {'plugin':<9}{plugin.entry.name:<14} {says}{left_out}"
