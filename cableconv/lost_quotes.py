"""Apostrophes and quotation marks that became other signs on the way through the wires.

Telegrams were sent in five- and seven-bit codes that lack the typographic signs of word
processors.  Where those were cut to seven bits, ``’`` (0x92) arrived as a comma and ``“``
and ``”`` as ``&`` and ``8``: ``the Ministry,s``, ``don,t``, ``the &stick and carrot8``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_POSSESSIVE = r"(?<=[A-Za-z.)]),(?=[sS](?![A-Za-z0-9']))"
_NEGATION = r"(?<=[nN]),(?=[tT](?![A-Za-z0-9']))"
_VERB = (
    r"(?:(?<=\b[iI])|(?<=\b[wW]e)|(?<=\b[hH]e)|(?<=\b[iI]t)|(?<=\byou)|(?<=\bYou)|(?<=\bshe)"
    r"|(?<=\bthey)|(?<=\bThey)|(?<=\bwho)),(?=(?:ll|ve|re|d|m)(?![A-Za-z0-9']))"
)
_APOSTROPHE = re.compile(f"{_POSSESSIVE}|{_NEGATION}|{_VERB}")
# An ampersand that opens a word and an 8 that ends one, with words between them.
_QUOTED = re.compile(r"(?<![^\s(\[\"'/-])&(?=[^\s&])([^&\n]{1,600}?)(?<=[^\s\d&])8(?![\w$%])")
_SIGNS = re.compile(r",[sStTlvrdm]|&")


def lost(text: str) -> Iterator[int]:
    """The offsets of signs that stand for apostrophes and quotation marks."""
    if _SIGNS.search(text):
        for found in _APOSTROPHE.finditer(text):
            yield found.start()
        for found in _QUOTED.finditer(text):
            yield from (found.start(), found.end() - 1)


def repaired(text: str) -> tuple[str, int]:
    """The text with plain apostrophes and quotation marks in their place, and how many."""
    signs = list(text)
    places = list(lost(text))
    for place in places:
        signs[place] = "'" if text[place] == "," else '"'
    return "".join(signs), len(places)
