"""Characters that XML 1.0 forbids, in Word documents and TEI as well as in the project's XML."""

from __future__ import annotations

from collections.abc import Container, Iterator

import msgspec

from cableconv.cable import Cable
from cableconv.patterns import pattern
from cableconv.tree_values import texts

FORBIDDEN_RANGES = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
"""The inside of a character class: what no XML 1.0 document may hold (production 2)."""

FORBIDDEN = pattern(f"[{FORBIDDEN_RANGES}]")

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def allowed(text: str) -> str:
    """The text with U+FFFD for each forbidden character."""
    return text if text.isprintable() else FORBIDDEN.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """The text with single spaces for spaces and line breaks, and U+FFFD for what XML forbids."""
    return " ".join(allowed(text).split())


def forbidden_in(cable: Cable, never: Container[str] = ()) -> Iterator[tuple[str, str]]:
    """Each text of the tree that has forbidden characters: its path, and all of these.

    Fields of the cable that are ``never`` written are left out.
    """
    for field, value in msgspec.to_builtins(cable).items():
        for path, text in () if field in never else texts(value, field):
            if found := "".join(FORBIDDEN.findall(text)):
                yield path, found


def forbidden(text: str) -> list[str]:
    """The forbidden characters of a text, each once, as ``U+0007``."""
    return [f"U+{ord(character):04X}" for character in dict.fromkeys(FORBIDDEN.findall(text))]
