"""Installed distributions that offer plugins: found in the metadata, without importing them."""

from __future__ import annotations

from collections.abc import Container
from importlib.metadata import EntryPoint, entry_points
from typing import NamedTuple

from cableconv.plugins.hookspecs import PROJECT
from cableconv.version import __version__


class Origin(NamedTuple):
    """Where a plugin comes from, as messages name it."""

    distribution: str
    version: str

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}"


BUILT_IN = Origin(PROJECT, __version__)


class Installed(NamedTuple):
    """One entry point of the group ``cableconv``; ``entry.load()`` imports it."""

    origin: Origin
    entry: EntryPoint

    def is_among(self, names: Container[str]) -> bool:
        """Whether it is meant by one of the names: its own or its distribution's, in lower case."""
        return any(name.lower() in names for name in (self.origin.distribution, self.entry.name))


def installed() -> list[Installed]:
    """What the distributions of this environment announce, in a stable order."""
    found = [Installed(_origin(entry), entry) for entry in entry_points(group=PROJECT)]
    return sorted(found, key=lambda plugin: (plugin.origin, plugin.entry.name))


def _origin(entry: EntryPoint) -> Origin:
    if entry.dist is None:
        return Origin(entry.value, "of unknown version")
    return Origin(entry.dist.name, entry.dist.version)
