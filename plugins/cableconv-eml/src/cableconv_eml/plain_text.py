"""Words of a cable in a form that is safe in a header field: one line, no markup of mail."""

from __future__ import annotations

import re
import unicodedata

# Line ends of any script, terminal controls, and characters that UTF-8 cannot hold.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ENCODED_WORD = re.compile(r"=(?=\?)")


def on_one_line(words: str) -> str:
    """Return the words with single spaces between them.

    No line break is left that could begin another field, nor the opening of an encoded
    word (``=?utf-8?...``, RFC 2047), which could hide one.
    """
    line = " ".join(_CONTROLS.sub(" ", words).split())
    return _ENCODED_WORD.sub("= ", line)


def in_ascii(words: str) -> str:
    """Return the words on one line, letters without accents; other characters become ``?``."""
    plain = unicodedata.normalize("NFKD", on_one_line(words))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return letters.encode("ascii", "replace").decode()
