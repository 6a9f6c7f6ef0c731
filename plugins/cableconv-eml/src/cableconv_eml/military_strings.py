"""The strings of military messages (RFC 6477, 4: up to 69 characters of X.400's PrintableString).

They may hold only letters, digits, spaces and ``'()+,-./:=?``; the text of the cable, in the
body, has the original words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cableconv_eml.plain_text import in_ascii

_LONGEST = 69
_NEAREST = str.maketrans({'"': "'", "`": "'", "&": "+", "_": "-", "[": "(", "]": ")", ";": ","})
_UNPRINTABLE = re.compile(r"[^A-Za-z0-9 '()+,./:=?-]")
_SUBJECT_CODE = re.compile(r"[A-Z0-9]{3,8}")


def first_string(words: str | None) -> str | None:
    """Return one string, cut at the maximum length."""
    return (_printable(words)[:_LONGEST].rstrip() or None) if words else None


def sequence(values: Iterable[str]) -> str | None:
    """Return strings separated by semicolons, each once; a long one becomes several."""
    strings = (string for value in values for string in _in_pieces(_printable(value)))
    return "; ".join(dict.fromkeys(strings)) or None


def subject_codes(tags: Iterable[str]) -> str | None:
    """Return the tags with the form of a subject indicator code: three to eight characters."""
    return "; ".join(dict.fromkeys(filter(_SUBJECT_CODE.fullmatch, tags))) or None


def _in_pieces(words: str) -> list[str]:
    pieces = (words[at : at + _LONGEST].strip() for at in range(0, len(words), _LONGEST))
    return [piece for piece in pieces if piece]


def _printable(words: str) -> str:
    return _UNPRINTABLE.sub("?", in_ascii(words).translate(_NEAREST))
