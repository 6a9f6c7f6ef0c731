"""Line ends that a container wrote as text: ``<br>``, a backslash and ``n``.

A single one may belong to a cable's text; if they replace line ends, there are many,
with lines between them.
"""

from __future__ import annotations

import re

from cableconv.diagnostics.telegram import LINE_ENDS_READ
from cableconv.parser.cleanup.rewriting import Written, rewritten
from cableconv.patterns import pattern
from cableconv.telegram import Telegram

_FEWEST = 5
_BREAK = pattern(r"<br[ \t]{0,3}/?>(?:[ \t]*\r?\n)?", re.IGNORECASE)
_ESCAPED = pattern(r"(?:\\r)?\\n(?:\\t)?")


def with_line_ends(telegram: Telegram) -> Telegram:
    """Replace written line ends by real ones; positions in the file stay correct."""
    text = telegram.text
    if "\\" not in text and "<" not in text:  # few telegrams have either
        return telegram
    found = _found(text, _BREAK) or _found(text, _ESCAPED)
    return rewritten(telegram, found, LINE_ENDS_READ)


def _found(text: str, written: re.Pattern[str]) -> list[Written]:
    """Return all of them, if a text, or a line of it, has hardly any other line ends."""
    found = [Written(*each.span(), "\n") for each in written.finditer(text)]
    left = text.count("\n") - sum("\n" in text[start:end] for start, end, _ in found)
    if len(found) < _FEWEST:
        return []
    in_one = any(
        "\n" not in text[first.end : last.start]
        for first, last in zip(found, found[_FEWEST - 1 :], strict=False)
    )
    return found if len(found) > left or in_one else []
