"""Characters of UTF-8 that a program decoded as Windows-1252: two or three signs each.

A pilcrow became ``Â¶``, an apostrophe ``â€™``.  No text has those signs beside each other, so
that they prove it.
"""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.diagnostics.telegram import ENCODING_RESTORED
from cableconv.parser.cleanup.characters.rewriting import Written, rewritten
from cableconv.patterns import pattern
from cableconv.telegram import Telegram

_FIRST_SIGNS = ("Â", "â")
_WITNESSES = ("Â¶", "Â\xa0", "â€", "â\x80")
_FOLLOWERS = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # 80 to BF, also as Windows-1252 has them
_CHARACTER = pattern(
    f"[ÂÃÄÅÎÐ][{_FOLLOWERS}]|[âãï][{_FOLLOWERS}]{{2}}|â€(?![{_FOLLOWERS}])|Â(?=\\s)"
)
_LOST = {"â€": "”", "Â": ""}
"""A quotation mark without its last byte, 9D, which Windows-1252 has not; a hard space."""


def without_twice_decoded(telegram: Telegram) -> Telegram:
    """Decode them as UTF-8; positions in the file stay correct."""
    text = telegram.text
    if text.isascii() or not (_FIRST_SIGNS[0] in text or _FIRST_SIGNS[1] in text):
        return telegram  # one sign is found faster than two
    if not any(signs in text for signs in _WITNESSES):
        return telegram
    return rewritten(telegram, list(_found(text)), ENCODING_RESTORED)


def _found(text: str) -> Iterator[Written]:
    """Yield start, end and meaning of each character that was decoded so."""
    for found in _CHARACTER.finditer(text):
        meaning = _LOST[found[0]] if found[0] in _LOST else _meaning(found[0])
        if meaning is not None:
            yield Written(*found.span(), meaning)


def _meaning(signs: str) -> str | None:
    """Return the character of UTF-8 that the signs stand for; None if there is none."""
    return b"".join(map(_byte, signs)).decode("utf-8", "ignore") or None


def _byte(sign: str) -> bytes:
    """Return the byte that became the sign; those that Windows-1252 has not kept their value."""
    return sign.encode("latin-1" if ord(sign) <= 0xFF else "cp1252")
