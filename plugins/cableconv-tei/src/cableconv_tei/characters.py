"""Which characters TEI can hold: those of XML 1.0 (2.2); the others become U+FFFD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cableconv import Cable
from cableconv.cable import Diagnostic

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """The text with the replacement character for whatever XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def losses(cable: Cable) -> Iterator[Diagnostic]:
    """One warning for every text of the cable that has such a character."""
    for path, text in _texts(cable, ""):
        if found := dict.fromkeys(f"U+{ord(each):04X}" for each in _FORBIDDEN.findall(text)):
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
