"""The output of a collector without a host, and a place for it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from cableconv.cable import Cable
from cableconv.plugins.api import Collection, Collector
from cableconv.testing.trials import Settings

Files = dict[str, bytes]
"""The files of a collection by their paths within the target (for a single file: ``""``)."""


def draft(collector: Collector, settings: Settings, cables: Iterable[Cable]) -> Files:
    """Return what the collector writes for the cables."""
    with target_of(collector) as target:
        opening = partial(collector.open, target, **settings)
        write(collector, target, opening, cables, settings)
        return files(target)


def write(
    collector: Collector,
    target: Path,
    opening: Callable[[], Collection],
    cables: Iterable[Cable],
    settings: Settings,
) -> None:
    """Write the cables to ``target``, which must not exist yet."""
    if collector.folder:
        target.mkdir()
    with closing(opening()) as collection:
        for cable in cables:
            collection.add(prepared(collector, settings, cable))


def prepared(collector: Collector, settings: Settings, cable: Cable) -> object:
    """Return the object that the collection gets for a cable."""
    return cable if collector.prepare is None else collector.prepare(cable, **settings)


def files(target: Path) -> Files:
    """Return every file of a folder, or the single file, with its bytes."""
    if target.is_file():
        return {"": target.read_bytes()}
    found = (path for path in sorted(target.rglob("*")) if path.is_file())
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in found}


@contextmanager
def target_of(collector: Collector) -> Iterator[Path]:
    """Yield a path for a collection in an empty temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / f"cables{collector.ending}"
