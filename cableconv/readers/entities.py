"""Character references of HTML that a container left in a telegram: ``&#8217;``, ``&amp;``.

A teleprinter has no such characters, so wherever one stands a page was copied carelessly; it is
read as the character that it means, whatever reader the telegram came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.diagnostics.telegram import ENTITIES_READ
from cableconv.patterns import pattern
from cableconv.readers.rewriting import Written, rewritten
from cableconv.telegram import Telegram

_REFERENCE = pattern(r"&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]\w{1,30});", re.IGNORECASE)


def without_entities(telegram: Telegram) -> Telegram:
    """The telegram with characters for their references, each still found where it stood."""
    if "&" not in telegram.text:
        return telegram
    return rewritten(telegram, list(_found(telegram.text)), ENTITIES_READ)


def _found(text: str) -> Iterator[Written]:
    """Where each reference stands and ends, and what it means."""
    from html import unescape

    for reference in _REFERENCE.finditer(text):
        meaning = unescape(reference[0])
        if meaning != reference[0]:
            yield Written(*reference.span(), meaning)
