"""What stands at a paragraph's beginning: ``¶4. (C)``, ``14. (C)``, ``4 (C)``, ``(4) (C)``."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBERED = re.compile(
    r"(?P<pilcrow>¶\s*)?(?P<open>\()?(?P<number>\d{1,4})(?(open)\))"
    r"(?P<dot>\s?[.,:]{1,2}|\s?\)|(?=\s*\())?(?P<blank>\s*)"
)
_MARK = re.compile(
    r"\(\s?(?P<marking>(?:TS|SBU|LOU|FOUO|EFTO|S|C|U)(?![A-Za-z.])[^()]{0,40}?"
    r"|(?i:unclassified|unclas|confidential|secret|top secret|sensitive but unclassified|sensitive)"
    r"(?![A-Za-z])[^()]{0,30}?"
    r"|/(?:NF|REL)[^()]{0,30}?)\s?\)"
)


class ParagraphMark(NamedTuple):
    """A line's beginning that looks like a paragraph's.

    ``digits`` as printed; ``end`` is where the text begins, after a portion marking.
    """

    digits: str
    pilcrow: bool
    dotted: bool
    marking: str | None
    number_end: int
    end: int


def read_marking(text: str, start: int = 0) -> tuple[str | None, int]:
    """The portion marking (5 FAH-3 H-710) that stands at ``start``, and where the text goes on."""
    if not text.startswith("(", start):
        return None, start
    found = _MARK.match(text, start)
    if found is None:
        return None, start
    end = found.end()
    while end < len(text) and text[end] in " \t":
        end += 1
    return " ".join(found["marking"].split()), end


def read_paragraph_mark(text: str) -> ParagraphMark | None:
    """The number (and marking) that a line begins with, if it does."""
    first = text[0]
    if not (first.isdigit() or first in "¶("):
        return None
    before, start = read_marking(text)
    found = _NUMBERED.match(text, start)
    if before is not None and found is not None and found["dot"]:
        return ParagraphMark(found["number"], False, True, before, found.end("number"), found.end())
    if found is None or (found["dot"] is None and not found["open"] and not found["pilcrow"]):
        return None
    marking, end = read_marking(text, found.end())
    dotted = bool(found["dot"] and found["dot"].strip() in (".", "..", ".,", ",", ":", ".:"))
    if not (dotted or marking or found["pilcrow"]):
        return None
    if dotted and not found["blank"] and end < len(text) and text[end].isdigit():
        return None  # 49.3 percent
    return ParagraphMark(
        found["number"], bool(found["pilcrow"]), dotted, marking, found.end("number"), end
    )
