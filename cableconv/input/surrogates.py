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
    return not text.isascii() and _SURROGATE.search(text) is not None


def without_surrogates(text: str, first_line: int = 1) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text, of the same length, without lone surrogates, and diagnostics."""
    first = None if text.isascii() else _SURROGATE.search(text)
    if first is None:
        return text, ()
    whole, count = _SURROGATE.subn(REPLACEMENT, text)
    at = first.start()
    line, column = text.count("\n", 0, at) + first_line, at - text.rfind("\n", 0, at)
    return whole, (replace(replaced(count), line=line, column=column),)


def replaced(count: int) -> Diagnostic:
    """Return the diagnostic for this number of replacements."""
    what = "half a character was" if count == 1 else f"{count} halves of characters were"
    return SURROGATES_REPLACED.at(what=what)
