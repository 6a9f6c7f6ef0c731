"""Signs of emphasis around labels: ``**TAGS:** PREL`` in Markdown, ``'''REF:'''`` in a wiki.

A cable has stars around headings, but none around the label of a field; such a label shows that a
program or an editor emphasised words, so all pairs of its sign are removed.
"""

from __future__ import annotations

import re

from cableconv.diagnostics.telegram import EMPHASIS_REMOVED
from cableconv.parser.cleanup.characters.rewriting import Written, rewritten
from cableconv.patterns import pattern
from cableconv.telegram import Telegram

_SIGNS = ("*", "__", "'''")
_FARTHEST = 4_000  # characters: the first label is above
_LABEL = pattern(
    r"^[ \t>]*(?P<sign>\*{1,3}|_{2,3}|'{3})"
    r"(?:E\.?\s?O\.?\s?\d|TAGS?\b|SUBJ(?:ECT)?\b|REF(?:S|TELS?|ERENCES?)?\b|CLASSIFIED\s+BY\b"
    r"|FM\s|TO\s|INFO\s)[^\n]{0,300}?(?P=sign)",
    re.MULTILINE | re.IGNORECASE,
)


def without_emphasis(telegram: Telegram) -> Telegram:
    """Remove the pairs of such a sign; positions in the file stay correct."""
    text = telegram.text
    # a character is found several times faster than two or three
    characters = [sign for sign in _SIGNS if text.find(sign[0], 0, _FARTHEST) >= 0]
    if all(text.find(sign, 0, _FARTHEST) < 0 for sign in characters):
        return telegram
    label = _LABEL.search(text, 0, _FARTHEST)
    if label is None:
        return telegram
    sign = re.escape(label["sign"])
    one = re.escape(label["sign"][0])
    pairs = re.compile(rf"(?<!{one})({sign})(?=[^\s{one}])[^\n]{{0,400}}?(?<=\S)({sign})(?!{one})")
    found = (pair.span(side) for pair in pairs.finditer(text) for side in (1, 2))
    return rewritten(telegram, [Written(*span, "") for span in found], EMPHASIS_REMOVED)
