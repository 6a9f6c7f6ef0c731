"""The words that close a repeated text where they follow its last sentence: ``... END TEXT.``."""

from __future__ import annotations

import re

from cableconv.parser.lexer.quote_marks import QuoteMark, quote_mark
from cableconv.patterns import pattern

_WEBSITE = r"(?i:visit)\s[^.]{1,60}\s(?i:web\s?site)\b.*"
_CLOSES = r"(?:(?:[(\[]?(?:END|End)|[(\[]end)\s[^.!?]{3,80}?|UNQUOTE)"
# a signature may follow, or the address of a post's website
_AT_END = pattern(
    rf"(?<=[.!?\"”)]\s)\s?(?={_CLOSES}[.)\]]*"
    rf"(?:(?P<signed>(?<=[.)])\s{{1,2}}[A-Z]{{3,20}})|(?<=\.)\s+{_WEBSITE})?$)"
)
_INSIDE = pattern(
    rf"(?:(?<=[.!?\"”)]\s)|(?<=[.!?\"”)]\s\s)|(?<=[.!?\"”)]\s\s\s)){_CLOSES}(?:[.)\]:]+(?=\s|$)|$)"
)
_BEHIND = pattern(rf"\s*(?:[A-Z]{{3,20}}|{_WEBSITE})?$")
_WORDS = ("END ", "End ", "(end ", "UNQUOTE")


def may_close(text: str) -> bool:
    """Whether a line has one of the words."""
    return any(map(text.__contains__, _WORDS))


def closing_at_end(text: str) -> tuple[int, QuoteMark | None]:
    """Return where the words are that close a text at a line's end, and what they close."""
    found = _AT_END.search(text)
    mark = quote_mark(text[found.end() :]) if found else None
    return (found.end(), mark) if found and mark and not mark.opens else (0, None)


def closing_inside(text: str, start: int, what: str) -> re.Match[str] | None:
    """Return the first words behind ``start`` that close a text of that name, or None."""
    for found in _INSIDE.finditer(text, start):
        mark = quote_mark(found[0].strip())
        if mark and not mark.opens and mark.what == what:
            return found
    return None


def is_signed(text: str) -> bool:
    """Whether a name follows the words, as behind the last sentence."""
    found = _AT_END.search(text) if "END " in text else None
    return found is not None and found["signed"] is not None


def is_last(closing: re.Match[str]) -> bool:
    """Whether nothing but a signature or a website's address is behind the words."""
    return _BEHIND.match(closing.string, closing.end()) is not None
