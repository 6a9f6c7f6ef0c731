"""Cables in every format, including installed plugins, and a search in the output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import cableconv
from cableconv.cable import Cable
from cableconv.plugins.kinds import COLLECTORS, EXPORTERS
from cableconv.session import Session
from cableconv.testing import leaks


@cache
def session() -> Session:
    """Return a session with the installed plugins, which are looked up once."""
    return Session()


def outputs(cable: Cable) -> Iterator[tuple[str, bytes | str | Path]]:
    """Yield the cable in every format, also of plugins, plain and with all switches on."""
    for exporter in session().plugins.all(EXPORTERS):
        switches = {option.name: True for option in exporter.options if option.type is bool}
        yield exporter.name, cableconv.export(cable, exporter.name, session=session())
        everything = cableconv.export(cable, exporter.name, session=session(), options=switches)
        yield f"{exporter.name}, everything", everything
    for collector in session().plugins.all(COLLECTORS):
        with TemporaryDirectory() as folder:
            cableconv.collect([cable], Path(folder, "all"), collector.name, session=session())
            yield collector.name, Path(folder)


def found_in(cable: Cable, words: Iterable[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return where any of the words is in an output, by format."""
    return [(name, leak) for name, output in outputs(cable) if (leak := leaks(output, words))]
