"""What had to be changed because XML cannot hold it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from cableconv.cable import Cable, Diagnostic
from cableconv.exporters.xml.characters import escaped


def escaped_characters(cable: Cable) -> Iterator[Diagnostic]:
    """One warning for every value that holds characters which XML forbids."""
    for path, text in texts(msgspec.to_builtins(cable), ""):
        if found := escaped(text):
            yield Diagnostic(
                code="xml-forbidden-character",
                severity="warning",
                message=f"XML cannot hold {', '.join(dict.fromkeys(found))}; written as _xHHHH_",
                path=path,
                hint="reading the XML back restores it; take it out of the source to be rid of it",
            )


def texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text of a tree of builtin types, with the path that leads to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from texts(member, f"{path}.{name}" if path else name)
    elif isinstance(value, list | tuple):
        for index, member in enumerate(value):
            yield from texts(member, f"{path}[{index}]")
