"""A plugin's open collection, guarded: what fails in it names the plugin, and the cable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cableconv.cable import Cable
from cableconv.plugins.api import Collection, Collector
from cableconv.plugins.invoke import guarded, invoke


@contextmanager
def guarded_collection(
    who: str, collector: Collector, target: Path, options: Mapping[str, Any]
) -> Iterator[Collection]:
    """A collection that is open until the block ends; ``who`` names it in messages.

    Raises:
        PluginError: it failed when it was opened or closed; ``add`` raises it too, and leaves
            the collection open, so that the next cable may be added.
    """
    with guarded(f"{who} failed"):
        opened = collector.open(target, **options)
    try:
        yield _GuardedCollection(opened, who)
    finally:
        with guarded(f"{who} failed at its end"):
            opened.close()


class _GuardedCollection:
    """Hands each cable on."""

    def __init__(self, collection: Collection, who: str) -> None:
        self._collection = collection
        self._who = who

    def add(self, cable: Cable) -> None:
        invoke(lambda: self._who, self._collection.add, cable, expected=object)

    def close(self) -> None:
        """Nothing: it is closed by the one who opened it."""
