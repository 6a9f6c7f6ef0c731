"""What a collector itself writes, without a host, and where."""

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
"""What a collection holds at the end, by paths within its target (of a file: ``""``)."""


def draft(collector: Collector, settings: Settings, cables: Iterable[Cable]) -> Files:
    """What the collector itself writes of the cables."""
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
    """The cables at ``target``, where nothing is yet."""
    if collector.folder:
        target.mkdir()
    with closing(opening()) as collection:
        for cable in cables:
            collection.add(prepared(collector, settings, cable))


def prepared(collector: Collector, settings: Settings, cable: Cable) -> object:
    """What the collection gets of a cable."""
    return cable if collector.prepare is None else collector.prepare(cable, **settings)


def files(target: Path) -> Files:
    """Every file of a folder, or the one file, with its bytes."""
    if target.is_file():
        return {"": target.read_bytes()}
    found = (path for path in sorted(target.rglob("*")) if path.is_file())
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in found}


@contextmanager
def target_of(collector: Collector) -> Iterator[Path]:
    """Where a collection may go, in a folder that has nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / f"cables{collector.ending}"
