"""Characters that a page cannot hold (HTML Standard, 13.1.4: no controls, no noncharacters)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cableconv import Cable
from cableconv.cable import Diagnostic

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_LINE_END = re.compile("\r\n?|\x85")
_NOT_SHOWN = ("furniture", "parts", "diagnostics", "source", "transmissions")


def printable(text: str) -> str:
    """Return the text with uniform line ends, and replacement characters for forbidden ones."""
    if text.isprintable():  # nothing forbidden is
        return text
    return _FORBIDDEN.sub("\ufffd", _LINE_END.sub("\n", text))


def losses(cable: Cable) -> Iterator[Diagnostic]:
    """Yield a warning for each field of the tree with replaced characters."""
    for field, value in cable.to_dict().items():
        found = set() if field in _NOT_SHOWN else set(_forbidden(value))
        if found:
            codes = ", ".join(f"U+{ord(character):04X}" for character in sorted(found))
            yield Diagnostic(
                code="html-forbidden-character",
                severity="warning",
                message=f"characters that a web page cannot hold are replaced: {codes}",
                path=field,
                hint="the formats xml and json keep them",
            )


def _forbidden(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from _FORBIDDEN.findall(_LINE_END.sub("\n", value))
    elif isinstance(value, dict | list):
        for member in value.values() if isinstance(value, dict) else value:
            yield from _forbidden(member)
