"""Damage from copying: line ends lost, lines joined, a catalogue's lines above.

A damage is a function that returns the damaged text, or ``None`` if the text has nothing to
damage.  ``DAMAGES`` lists them all.  They do not use the parser: the end of the header is found
by its first words alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Damage = Callable[[str], str | None]

CATALOGUE = """\
99ZANZIBAR12345
KEEPERS OF THE TIDE CLOCK ASK FOR
Wed Mar 14 00:00:00 +0200 2007
CONFIDENTIAL
Embassy Zanzibar
"""
_HEADER = re.compile(r"(?:V?ZCZC\w+|(?:ZZ|OO|PP|RR) R[A-Z]{3,7}\b.*|[ZOPR] (?:[ZOPR] )?\d{6}Z .*)$")
_DATED = re.compile(r"[ZOPR] (?:[ZOPR] )?\d{6}Z [A-Z]{3} \d\d")
_FROM = re.compile(r"FM [A-Z]")
_CLASS_LINE = re.compile(
    r"(?:C O N F I D E N T I A L|S E C R E T|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET)\b.*\d{3}"
)
_LABEL = re.compile(r"(?:TAGS|SUBJECT|E\.O\.)")


def header_ends_to_spaces(text: str) -> str | None:
    """Join the header's lines with spaces."""
    return _with_header(text, " ")


def header_ends_to_nothing(text: str) -> str | None:
    """Join the header's lines without spaces."""
    return _with_header(text, "")


def class_line_joined(text: str) -> str | None:
    """Join the class line to the header's last line."""
    zone = _header_of(text)
    if zone is None:
        return None
    lines, _first, end = zone
    header = "\n".join(lines[:end]).rstrip()
    return header + "\n".join(lines[end:])


def catalogue_above(text: str) -> str | None:
    """Put the lines of a catalogue's entry above the header."""
    zone = _header_of(text)
    return None if zone is None else CATALOGUE + text.lstrip()


def catalogue_above_joined(text: str) -> str | None:
    """Do the same, with the class line joined to the header's last line."""
    glued = class_line_joined(text)
    return None if glued is None else CATALOGUE + glued.lstrip()


def all_ends_to_spaces(text: str) -> str | None:
    """Join all lines of the telegram with spaces."""
    return None if _header_of(text) is None else _one_line(text, " ")


def all_ends_to_nothing(text: str) -> str | None:
    """Join all lines of the telegram without spaces."""
    return None if _header_of(text) is None else _one_line(text, "")


DAMAGES: Mapping[str, Damage] = {
    damage.__name__: damage
    for damage in (
        header_ends_to_spaces,
        header_ends_to_nothing,
        class_line_joined,
        catalogue_above,
        catalogue_above_joined,
        all_ends_to_spaces,
        all_ends_to_nothing,
    )
}


def identity(tree: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a damage must not change: id, date, origin, tags, subject.

    White space is ignored, as a wrapped subject loses a space if its line end is removed.
    """
    origin = (tree.get("origin") or {}).get("name") or ""
    found = {name: tree.get(name) for name in ("id", "date", "tags")}
    subject = tree.get("subject") or ""
    return found | {"origin": _squeezed(origin), "subject": _squeezed(subject)}


def _with_header(text: str, between: str) -> str | None:
    zone = _header_of(text)
    if zone is None:
        return None
    lines, first, end = zone
    header = between.join(line.strip() for line in lines[first:end] if line.strip())
    return "\n".join([*lines[:first], header, *lines[end:]])


def _header_of(text: str) -> tuple[list[str], int, int] | None:
    """Return the lines, and the indexes of header and class line; None if one is not whole."""
    lines = text.splitlines()
    end = next((at for at, line in enumerate(lines) if _CLASS_LINE.match(line)), None)
    if end is None:
        return None
    header = lines[:end]
    first = next((at for at, line in enumerate(header) if _HEADER.match(line)), None)
    whole = any(map(_DATED.match, header)) and any(map(_FROM.match, header))
    if first is None or not whole or any(map(_LABEL.match, header)):
        return None
    return lines, first, end


def _one_line(text: str, between: str) -> str:
    return between.join(line.rstrip() for line in text.splitlines() if line.strip())


def _squeezed(text: str) -> str:
    return "".join(text.split())
