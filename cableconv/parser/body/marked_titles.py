"""Portion markings behind a paragraph's title instead of its number: ``1. Summary: (C) ...``."""

from __future__ import annotations

from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.patterns import pattern

_TITLE = pattern(r"[A-Z][\w'’/&-]*+(?:,?\s[\w'’/&-]++){0,4}\s?[.:]\s?(?=\()")
_LONGEST = 60  # characters


def marking_behind_title(text: str) -> str | None:
    """Return the marking behind a text's title, before its first sentence."""
    if not 0 < text.find("(") <= _LONGEST or not text[0].isupper():
        return None
    title = _TITLE.match(text)
    marking, start = read_marking(text, title.end()) if title else (None, 0)
    begins_sentence = text[start : start + 1].isupper() or text.startswith(('"', "“"), start)
    return marking if begins_sentence else None
