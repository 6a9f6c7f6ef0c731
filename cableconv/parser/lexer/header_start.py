"""The format lines that may begin a telegram's header (ACP 127 format lines 1 to 5)."""

from __future__ import annotations

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


def begins_header(text: str) -> bool:
    """Whether a telegram's header may begin with that line."""
    return text[:2] in BEGINNINGS and _HEADER_BEGINS.match(text) is not None
