"""The escapes of quoted YAML scalars, which may go on over several lines (YAML 1.2, 7.3)."""

from __future__ import annotations

from cableconv.patterns import pattern
from cableconv.readers.records.record import Escapes

_FOLD = r"[ \t]*+\n[ \t\n]*+"
"""A line end is a space; with blank lines below it, these are the line ends."""
_LETTERS = {
    "0": "", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", "\t": "\t", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_LONGEST_CODE = 0x10FFFF


def _folded(escape: str) -> str:
    return "\n" * (escape.count("\n") - 1) or " "


def _in_single(escape: str) -> str | None:
    return "" if escape == "\0" else None if escape == "''" else _folded(escape)


def in_double(escape: str) -> str | None:
    """Return what an escape in double quotes means; None for its last character."""
    if escape == "\0" or escape.startswith("\\\n"):
        return ""
    if escape[0] != "\\":
        return _folded(escape)
    if escape[1] in "xuU" and len(escape) > 2:
        code = int(escape[2:], 16)
        is_character = code <= _LONGEST_CODE and not 0xD800 <= code <= 0xDFFF
        return chr(code) if is_character else "\ufffd"
    return _LETTERS.get(escape[1])


IN_SINGLE = Escapes(pattern(rf"''|\x00|{_FOLD}"), _in_single)
IN_DOUBLE = Escapes(
    pattern(
        rf"\\\n[ \t]*+|\\x[\da-fA-F]{{2}}|\\u[\da-fA-F]{{4}}|\\U[\da-fA-F]{{8}}|\\.|\x00|{_FOLD}"
    ),
    in_double,
)
