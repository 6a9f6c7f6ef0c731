"""Characters that XML 1.0 forbids, in Word documents and TEI as well as in the project's XML."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

import msgspec

from cableconv.cable import Cable
from cableconv.patterns import pattern
from cableconv.tree_values import texts

FORBIDDEN_RANGES = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
"""The inside of a character class: what an XML 1.0 document may not hold (production 2)."""

FORBIDDEN = pattern(f"[{FORBIDDEN_RANGES}]")

_ESCAPED = pattern(rb"\\[ubf]")
"""In JSON: escapes of control characters other than tabs and line ends."""

_NOT_ESCAPED = "\ufffe".encode()[:2]
"""In JSON: what U+FFFE and U+FFFF begin with, like other characters that are rare in cables."""

_FIELDS = tuple(Cable.__struct_fields__)

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def allowed(text: str) -> str:
    """Return the text with U+FFFD for each forbidden character."""
    return text if text.isprintable() else FORBIDDEN.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """Return the text with single spaces for white space, and U+FFFD for forbidden characters."""
    return " ".join(allowed(text).split())


def forbidden_in(cable: Cable, never: Container[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield each text of the tree with forbidden characters: its path, and the characters.

    Fields in ``never``, which the format does not write, are skipped.
    """
    fields = {name: getattr(cable, name) for name in _FIELDS if name not in never}
    if not _may_have_forbidden(fields):
        return
    for field, value in msgspec.to_builtins(fields).items():
        for path, text in texts(value, field):
            if found := "".join(FORBIDDEN.findall(text)):
                yield path, found


def _may_have_forbidden(fields: Mapping[str, Any]) -> bool:
    """Whether there are any in the fields' JSON, which is faster to search than their texts."""
    try:
        data = msgspec.json.encode(fields)
    except UnicodeEncodeError:  # a lone surrogate
        return True
    return bool(_ESCAPED.search(data)) or (not data.isascii() and _NOT_ESCAPED in data)


def forbidden(text: str) -> list[str]:
    """Return the forbidden characters of a text, each once, as ``U+0007``."""
    return [f"U+{ord(character):04X}" for character in dict.fromkeys(FORBIDDEN.findall(text))]
