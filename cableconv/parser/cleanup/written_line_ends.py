"""Line ends that a container left in a telegram as it writes them: ``<br>``, a backslash and ``n``.

One of them may be what a cable speaks of; where they stand instead of line ends, there are many,
and lines between them.
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
    """The telegram with line ends for what stands for them, each still found where it stood."""
    text = telegram.text
    if "\\" not in text and "<" not in text:  # few telegrams have either
        return telegram
    found = _found(text, _BREAK) or _found(text, _ESCAPED)
    return rewritten(telegram, found, LINE_ENDS_READ)


def _found(text: str, written: re.Pattern[str]) -> list[Written]:
    """Each of them, where they part a text that has hardly another line end, or one line of it."""
    found = [Written(*each.span(), "\n") for each in written.finditer(text)]
    left = text.count("\n") - sum("\n" in text[start:end] for start, end, _ in found)
    if len(found) < _FEWEST:
        return []
    in_one = any(
        "\n" not in text[first.end : last.start]
        for first, last in zip(found, found[_FEWEST - 1 :], strict=False)
    )
    return found if len(found) > left or in_one else []
