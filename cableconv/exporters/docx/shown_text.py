"""The text that a document shows, distinguished from any other by its checksum.

The tree inside a document is that of the day it was made.  Its checksum of the text lets the
reader see that somebody has changed the text since; how the text is cut into runs, which every
program does in its own way, makes no difference.
"""

from __future__ import annotations

import zlib

from cableconv.patterns import pattern

_TEXT = pattern(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_ESCAPES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_ESCAPE = pattern("|".join(_ESCAPES))


def checksum(main_part: str) -> str:
    """The checksum of the text in a document's main part, as eight hexadecimal digits."""
    text = "".join(_TEXT.findall(main_part))
    if "&" in text:
        text = _ESCAPE.sub(lambda found: _ESCAPES[found[0]], text)
    return f"{zlib.crc32(text.encode()):08x}"
