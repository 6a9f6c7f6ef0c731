"""Lone surrogates: halves of characters, which a ``str`` can hold but no file can.

They come from programs that cut text at a wrong position, and from escapes in JSON.  Each is
replaced by U+FFFD, as Unicode advises, so that a tree can always be written.
"""

from __future__ import annotations

from msgspec.structs import replace

from cableconv.cable import Diagnostic
from cableconv.diagnostics.telegram import SURROGATES_REPLACED
from cableconv.patterns import pattern

REPLACEMENT = "\ufffd"
_SURROGATE = pattern("[\ud800-\udfff]")


def has_surrogates(text: str) -> bool:
    """Whether the text has lone surrogates."""
    return _first(text) is not None


def without_surrogates(text: str, first_line: int = 1) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text, of the same length, without lone surrogates, and diagnostics."""
    at = _first(text)
    if at is None:
        return text, ()
    whole, count = _SURROGATE.subn(REPLACEMENT, text)
    line, column = text.count("\n", 0, at) + first_line, at - text.rfind("\n", 0, at)
    return whole, (replace(replaced(count), line=line, column=column),)


def _first(text: str) -> int | None:
    """Return the position of the first one: no file can hold it, and trying is fast."""
    if text.isascii():
        return None
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None


def replaced(count: int) -> Diagnostic:
    """Return the diagnostic for this number of replacements."""
    what = "half a character was" if count == 1 else f"{count} halves of characters were"
    return SURROGATES_REPLACED.at(what=what)
