"""HTML character references that a container left in a telegram: ``&#8217;``, ``&amp;``.

A teleprinter has no such characters, so they prove that a page was copied carelessly.  They are
decoded whatever reader the telegram came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.diagnostics.telegram import ENTITIES_READ
from cableconv.parser.cleanup.characters.rewriting import Written, rewritten
from cableconv.patterns import pattern
from cableconv.telegram import Telegram

_REFERENCE = pattern(r"&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]\w{1,30});", re.IGNORECASE)

_MOST_TIMES = 2  # a program encoded what another one had encoded


def without_entities(telegram: Telegram) -> Telegram:
    """Decode character references; positions in the file stay correct."""
    for _ in range(_MOST_TIMES):
        found = list(_found(telegram.text)) if "&" in telegram.text else []
        if not found:
            break
        telegram = rewritten(telegram, found, ENTITIES_READ)
    return telegram


def _found(text: str) -> Iterator[Written]:
    """Yield start, end and meaning of each reference."""
    from html import unescape

    for reference in _REFERENCE.finditer(text):
        meaning = unescape(reference[0])
        if meaning != reference[0]:
            yield Written(*reference.span(), meaning)
