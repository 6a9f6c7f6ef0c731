"""Display of characters that would control a terminal or reverse the direction of its text."""

from __future__ import annotations

import re

from cableconv.patterns import pattern

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 of ECMA-48, except tab and line feed
_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"  # UAX 9, 2
_STEERING = pattern(f"[{_CONTROLS}{_DIRECTIONS}]")
_STEERING_OR_BREAKING = pattern(rf"[\t\n\u2028\u2029{_CONTROLS}{_DIRECTIONS}]")


def shown(text: str) -> str:
    """Replace each character that would control the terminal by its code; keep line breaks."""
    return _STEERING.sub(_code, text.replace("\r\n", "\n"))


def shown_in_one_line(text: str) -> str:
    """Like ``shown``, but replace line ends and tabs too."""
    if text.isprintable():  # the usual case
        return text
    return _STEERING_OR_BREAKING.sub(_code, text)


def _code(character: re.Match[str]) -> str:
    return f"\\x{ord(character[0]):02x}"
