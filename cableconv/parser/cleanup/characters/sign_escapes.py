r"""Backslashes that a program put before signs: ``1\. (C)`` in Markdown, ``\"yes\"`` in a row.

Without those of Markdown a program would turn numbers at line starts into a list.  A cable has no
such number, nor one before the serial of the DE line, so that one proves where all other
backslashes before punctuation come from.
A row has one before each quotation mark.
"""

from __future__ import annotations

from cableconv.diagnostics.telegram import ESCAPES_READ
from cableconv.parser.cleanup.characters.rewriting import Written, rewritten
from cableconv.patterns import pattern
from cableconv.telegram import Telegram

_NUMBER = pattern(r"(?m)^(?:[^\S\n]*+\d{1,3}\\[.)](?=[\s(A-Z])|DE R[A-Z]{3,7} \\#\d)")
_ESCAPE = pattern(r"\\(?=[-\\`*_{}\[\]()<>#+.!|~])")
_QUOTE = pattern(r"\\(?=[\"'])")
_AROUND_CELL = pattern(r'(?<!\\)(?:(?<![^,\n])"|"(?![^,\r\n]))')
_FEWEST = 2


def without_escapes(telegram: Telegram) -> Telegram:
    """Remove them; positions in the file stay correct."""
    if "\\" not in telegram.text:
        return telegram
    is_markdown = _NUMBER.search(telegram.text) is not None
    signs = _ESCAPE if is_markdown else _QUOTE if _escapes_quotes(telegram.text) else None
    found = signs.finditer(telegram.text) if signs else ()
    return rewritten(telegram, [Written(*each.span(), "") for each in found], ESCAPES_READ)


def _escapes_quotes(text: str) -> bool:
    """Whether every quotation mark but those around a row's cells has a backslash.

    There are at least two.
    """
    escaped = text.count('\\"')
    if escaped < _FEWEST:
        return False
    others = text.count('"') - escaped
    return not others or others == len(_AROUND_CELL.findall(text))
