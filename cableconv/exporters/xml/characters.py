"""The characters that XML cannot hold, and their escapes.

XML 1.0 (section 2.2) forbids most control characters, surrogates, U+FFFE and U+FFFF, even as
character references.  They are written as Office Open XML does (ECMA-376 part 1, 22.9.2.19):
``_x0007_`` for U+0007, and ``_x005F_`` for an underscore that would be read as the start of
such an escape.  ``restore`` is the inverse.
"""

from __future__ import annotations

from cableconv.input.surrogates import without_surrogates
from cableconv.patterns import pattern
from cableconv.rendering.characters import FORBIDDEN_RANGES

_ALLOWED = pattern("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
_ESCAPE = pattern("_x([0-9A-F]{4})_")
_MARKUP = pattern('[&<>"\r\n\t]')
# An underscore may form an escape together with the escape of the next character.
_TO_ESCAPE = pattern(f"[{FORBIDDEN_RANGES}]|_(?=x[0-9A-F]{{4}}[_{FORBIDDEN_RANGES}])")


def escape(text: str) -> str:
    """Return the text with ``_xHHHH_`` in place of characters that XML cannot hold."""
    if is_plain(text):  # four times as fast as substitution, and the usual case
        return text
    return _TO_ESCAPE.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def is_plain(text: str) -> bool:
    """Whether XML can hold the text unchanged, apart from ``&<>`` and quotes."""
    return _ALLOWED.fullmatch(text) is not None and _ESCAPE.search(text) is None


def restore(text: str) -> str:
    """Undo ``escape``; a lone surrogate, which no other format can hold, becomes U+FFFD."""
    return without_surrogates(_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text))[0]


def count_surrogates(document: str) -> int:
    """Return the number of escaped lone surrogates in a document."""
    return sum("D800" <= code <= "DFFF" for code in _ESCAPE.findall(document))


def escaped(text: str) -> list[str]:
    """Return the characters that ``escape`` would replace, each as ``U+0007``, in order."""
    if is_plain(text):
        return []
    return [f"U+{ord(match[0]):04X}" for match in _TO_ESCAPE.finditer(text)]


def content(text: str) -> str:
    """Return text for use between tags, where a bare carriage return would become a line feed."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def attribute(text: str) -> str:
    """Return text for use between double quotes, where only U+0020 is safe as white space."""
    if not _MARKUP.search(text):
        return text
    text = content(text).replace('"', "&quot;")
    return text.replace("\n", "&#10;").replace("\t", "&#9;")
