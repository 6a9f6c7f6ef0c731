"""What TEI cannot hold of a cable: characters that XML 1.0 forbids (2.2) become U+FFFD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cableconv import Cable
from cableconv.cable import Diagnostic
from cableconv.rendering.characters import forbidden


def losses(cable: Cable) -> Iterator[Diagnostic]:
    """One warning for every text of the cable that has such a character."""
    for path, text in _texts(cable, ""):
        if found := forbidden(text):
            yield Diagnostic(
                code="tei-forbidden-character",
                severity="warning",
                message=f"XML cannot hold {', '.join(found)}; written as U+FFFD",
                path=path,
                hint="take it out of the source, or write xml, which can restore it",
            )


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text below a value, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            yield from _texts(member, f"{path}[{index}]")
    else:
        for name in getattr(value, "__struct_fields__", ()):
            yield from _texts(getattr(value, name), f"{path}.{name}" if path else name)
