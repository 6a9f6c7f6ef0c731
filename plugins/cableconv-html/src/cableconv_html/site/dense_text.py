"""Bytes as text of UTF-16, 15 bits per character: a fifth smaller than base64 in UTF-8.

The characters lie together in one range (U+3400 to U+B3FF) without quotes, line ends or surrogates,
so they may stand in a string of JavaScript as they are.
"""

from __future__ import annotations

_FIRST = 0x3400
_BITS = 15
_GROUP = 15
"""Bytes that fill eight characters."""


def dense(data: bytes) -> str:
    """Return the text; what is missing from the bits of the last character is 0."""
    pieces = (data[at : at + _GROUP] for at in range(0, len(data), _GROUP))
    return "".join(map(_characters, pieces))


def bytes_of(text: str, number: int) -> bytes:
    """Return that many bytes of which ``dense`` has made the text."""
    groups = (text[at : at + 8] for at in range(0, len(text), 8))
    return b"".join(map(_bytes, groups))[:number]


def _characters(data: bytes) -> str:
    number = -(-8 * len(data) // _BITS)
    bits = int.from_bytes(data, "big") << (_BITS * number - 8 * len(data))
    shifts = range(_BITS * (number - 1), -1, -_BITS)
    return "".join(chr(_FIRST + (bits >> shift & 0x7FFF)) for shift in shifts)


def _bytes(text: str) -> bytes:
    bits = 0
    for character in text:
        bits = bits << _BITS | ord(character) - _FIRST
    number = _BITS * len(text) // 8
    return (bits >> (_BITS * len(text) - 8 * number)).to_bytes(number, "big")
