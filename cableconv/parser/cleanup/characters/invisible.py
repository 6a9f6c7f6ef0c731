"""Characters without any width, which a page or a scan's text layer left inside lines.

A teleprinter has none of them.  Before a label or inside a word they hide what stands there.
"""

from __future__ import annotations

from cableconv.diagnostics.telegram import INVISIBLE_REMOVED
from cableconv.parser.cleanup.characters.rewriting import Written, rewritten
from cableconv.patterns import pattern
from cableconv.telegram import Telegram

# zero-width space, direction marks, word joiner, byte-order mark; a soft hyphen inside a line
_WITHOUT_WIDTH = "\u200b\u200e\u200f\u2060\ufeff"
_SOFT_HYPHEN = "\u00ad"
_INVISIBLE = pattern(f"[{_WITHOUT_WIDTH}]+|{_SOFT_HYPHEN}+(?!\\s*$)(?![ \\t]*[\\r\\n])")


def without_invisible(telegram: Telegram) -> Telegram:
    """Remove them; positions in the file stay correct."""
    text = telegram.text
    if not any(sign in text for sign in (*_WITHOUT_WIDTH, _SOFT_HYPHEN)):
        return telegram
    found = [Written(*each.span(), "") for each in _INVISIBLE.finditer(text)]
    return rewritten(telegram, found, INVISIBLE_REMOVED)
