"""Words of a cable as they may stand in a header field: on one line, and no markup of mail."""

from __future__ import annotations

import re
import unicodedata

# What ends a line or steers a terminal, in any script's eyes, and what UTF-8 cannot hold.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ENCODED_WORD = re.compile(r"=(?=\?)")


def on_one_line(words: str) -> str:
    """The words with single blanks between them.

    No line break is left that could begin a field of its own; nor is the opening of an encoded
    word (``=?utf-8?...``, RFC 2047), in which one could be hidden.
    """
    line = " ".join(_CONTROLS.sub(" ", words).split())
    return _ENCODED_WORD.sub("= ", line)


def in_ascii(words: str) -> str:
    """The words on one line, letters without their accents; what is left over is ``?``."""
    plain = unicodedata.normalize("NFKD", on_one_line(words))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return letters.encode("ascii", "replace").decode()
