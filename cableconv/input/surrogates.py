"""Lone surrogates: halves of characters, which a ``str`` can hold and no file can.

They come from programs that cut text at a wrong place, and from escapes in JSON.  Each is
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
    """Whether there is any."""
    return not text.isascii() and _SURROGATE.search(text) is not None


def without_surrogates(text: str, first_line: int = 1) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text without them, as long as before, and what there is to report."""
    first = None if text.isascii() else _SURROGATE.search(text)
    if first is None:
        return text, ()
    whole, count = _SURROGATE.subn(REPLACEMENT, text)
    at = first.start()
    line, column = text.count("\n", 0, at) + first_line, at - text.rfind("\n", 0, at)
    return whole, (replace(replaced(count), line=line, column=column),)


def replaced(count: int) -> Diagnostic:
    """What to report of so many."""
    what = "half a character was" if count == 1 else f"{count} halves of characters were"
    return SURROGATES_REPLACED.at(what=what)
