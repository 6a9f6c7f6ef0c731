"""Helpers that write graphs of cables and read them with networkx."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import cableconv
import networkx
from cableconv import Cable
from cableconv.cable import Addressee, Origin, Reference

READERS: dict[str, Callable[[Path], Any]] = {
    "gexf": networkx.read_gexf,
    "graphml": networkx.read_graphml,
}


def graph_of(cables: Iterable[Cable], folder: Path, form: str, graph: str) -> Any:
    """Return the graph that networkx reads from the file."""
    target = folder / f"cables.{form}"
    cableconv.collect(cables, target, to=form, graph=graph)
    return READERS[form](target)


def cable(id: str | None, *cited: str, **fields: Any) -> Cable:
    """Return a cable that cites the cables with these ids."""
    entries = (Reference(kind="cable", text=each, id=each) for each in cited)
    return Cable(id=id, references=tuple(entries), **fields)


def sent(origin: str | None, to: Iterable[str] = (), info: Iterable[str] = ()) -> Cable:
    """Return a cable between these posts."""
    return Cable(
        origin=Origin(name=origin, post="OSLO", country="NO") if origin else None,
        to=tuple(Addressee(name=name) for name in to),
        info=tuple(Addressee(name=name) for name in info),
    )
