"""The format lines that may begin a telegram's header (ACP 127 format lines 1 to 5)."""

from __future__ import annotations

import re

from cableconv.patterns import pattern

BEGINNINGS = frozenset(
    ("AC", "DE", "IN", "O ", "OO", "OR", "P ", "PP", "R ", "RR", "VZ", "YY", "Z ", "ZC", "ZZ")
)
"""The first two characters of such lines."""
_HEADER_BEGINS = pattern(
    r"V?ZCZC\w*$|(?:ZZ|OO|PP|RR|YY) R[A-Z]{3,7}\b|DE R[A-Z]{3,7} #"
    r"|[ZOPR] (?:[ZOPR] )?\d{6}Z [A-Z]{3}"
    r"|(?:ACTION|ORIGIN|INFO)\s+[A-Z/]{1,6}-\d\d\b"
)
_DATED = pattern(r"(?:[ZOPRY] )?(?:[ZOPRY] )?\d{6}Z (?-i:[A-Za-z]){3}", re.IGNORECASE)
_FROM = pattern(r"FM\s+[A-Z]")


def begins_header(text: str) -> bool:
    """Whether a telegram's header may begin with that line."""
    return text[:2] in BEGINNINGS and _HEADER_BEGINS.match(text) is not None


def is_dated(text: str) -> bool:
    """Whether a date-time group begins the line, perhaps behind its precedence."""
    return ("Z " in text or "z " in text) and _DATED.match(text) is not None


def is_origin(text: str) -> bool:
    """Whether it is the line FM (format line 6), which is below the date-time group."""
    return _FROM.match(text) is not None
