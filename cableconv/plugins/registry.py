"""The descriptors of one kind by name and alias, and the rules for conflicting names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic

import msgspec

from cableconv.errors import PluginError
from cableconv.plugins.api import Descriptor
from cableconv.plugins.discovery import BUILT_IN, Origin
from cableconv.plugins.kinds import DescriptorT, PluginKind

Warn = Callable[[Origin, str], None]


class Entry(msgspec.Struct, Generic[DescriptorT], frozen=True):
    """A descriptor and the distribution it comes from."""

    descriptor: DescriptorT
    origin: Origin


class Registry(Generic[DescriptorT]):
    """The registered descriptors; ``warn`` is called for each that its name cannot reach."""

    def __init__(self, kind: PluginKind[DescriptorT], warn: Warn) -> None:
        self._kind = kind
        self._warn = warn
        self._names: dict[str, list[Entry[DescriptorT]]] = {}
        self._aliases: dict[str, list[Entry[DescriptorT]]] = {}
        self._listed: tuple[Entry[DescriptorT], ...] | None = None

    def add(self, descriptor: DescriptorT, origin: Origin) -> None:
        """Register a descriptor; a built-in name cannot be replaced."""
        name, noun = descriptor.name, self._kind.noun
        if self._is_reserved(name, origin):
            self._warn(origin, f"{noun} {name!r} is built in, this one is ignored")
            return
        self._listed = None
        entry = Entry(descriptor, origin)
        self._claim(self._names, name, entry)
        for alias in descriptor.aliases:
            if not self._is_reserved(alias, origin):
                self._claim(self._aliases, alias, entry)

    def get(self, name: str) -> DescriptorT | None:
        """Return the descriptor with that name, or else with that alias.

        Raises:
            PluginError: more than one distribution claims it.
        """
        entries = self._names.get(name) or self._aliases.get(name) or []
        if len(entries) > 1:
            who = " and ".join(str(entry.origin) for entry in entries)
            raise PluginError(
                f"{self._kind.noun} {name!r} is claimed by {who}: uninstall one of them."
            )
        return entries[0].descriptor if entries else None

    def entries(self) -> tuple[Entry[DescriptorT], ...]:
        """The descriptors reachable by name: built-in ones first, in their order."""
        if self._listed is None:
            alone = (entries[0] for entries in self._names.values() if len(entries) == 1)
            self._listed = tuple(sorted(alone, key=self._rank))
        return self._listed

    def names(self) -> list[str]:
        """Every name and alias that is claimed or built in."""
        return sorted({*self._kind.builtin, *self._names, *self._aliases})

    def origin(self, descriptor: Descriptor) -> Origin | None:
        """Return the distribution that a descriptor comes from."""
        entries = self._names.get(descriptor.name, [])
        return next((entry.origin for entry in entries if entry.descriptor is descriptor), None)

    def _rank(self, entry: Entry[DescriptorT]) -> tuple[int, str]:
        built_in = list(self._kind.builtin)
        name = entry.descriptor.name
        return (built_in.index(name) if name in built_in else len(built_in), name)

    def _is_reserved(self, name: str, origin: Origin) -> bool:
        return origin != BUILT_IN and name in self._kind.builtin

    def _claim(
        self, table: dict[str, list[Entry[DescriptorT]]], name: str, entry: Entry[DescriptorT]
    ) -> None:
        others = table.setdefault(name, [])
        if others:
            who = " and ".join(str(other.origin) for other in others)
            self._warn(entry.origin, f"{self._kind.noun} {name!r} is claimed by {who} too")
        others.append(entry)
