r"""Backslashes that a converter to Markdown put before punctuation: ``1\. (C)``, ``\--``.

Without them a program would turn numbers at line starts into a list.  A cable has no such numbers,
so that two of them prove where all other backslashes before punctuation come from.
"""

from __future__ import annotations

from cableconv.diagnostics.telegram import ESCAPES_READ
from cableconv.parser.cleanup.rewriting import Written, rewritten
from cableconv.patterns import pattern
from cableconv.telegram import Telegram

_NUMBER = pattern(r"(?m)^[^\S\n]*+\d{1,3}\\[.)]\s")
_ESCAPE = pattern(r"\\(?=[-\\`*_{}\[\]()<>#+.!|~])")
_FEWEST = 2


def without_escapes(telegram: Telegram) -> Telegram:
    """Remove them; positions in the file stay correct."""
    if "\\" not in telegram.text or len(_NUMBER.findall(telegram.text)) < _FEWEST:
        return telegram
    found = [Written(*each.span(), "") for each in _ESCAPE.finditer(telegram.text)]
    return rewritten(telegram, found, ESCAPES_READ)
