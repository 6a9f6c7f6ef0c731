"""Notices: lines about a copy of a telegram, about its handling, or about what it is."""

from __future__ import annotations

import re

from cableconv.patterns import pattern

_HANDLING = pattern(
    r"""(?:\((?:U|SBU)\)\s*|[(*])?(?:(?:this\ (?:message|cable|telegram)\ (?:is|contains)\ )?
      (?:sensitive,?\ but\b | business[ -](?:sensitive|confidential|proprietary)\b)
    | this\ (?:message|cable|telegram)\ contains\ (?:sensitive|proprietary)\b
    | please\ (?:handle|protect)\b | (?:protect|handle)\ accordingly | not\ for\ internet\b
    | (?:this\ is\ a\ )?C\s?O\s?R\s?R\s?E\s?C\s?T\s?E\s?D\s+C\s?O\s?P\s?Y\b
    | \(?entire\ text\ (?:is\ )?sensitive\ but\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_STATEMENT = pattern(
    r"(?:\((?:U|SBU)\)\s*)?this (?:(?:message|cable|telegram) (?:is|has|contains)"
    r"|is an? (?:action|joint|re-?transmission))\b",
    re.IGNORECASE,
)
_NOTICE = pattern(
    r"""[(*/\ -]{0,12}(?:(?:first|second|third|final|[1-3](?:st|nd|rd))\ )?
    (?:S\ E\ C\ O\ N\ D\s+)?C\s?O\s?R\s?R\s?E\s?C\s?T\s?(?:E\s?D|I\s?O\s?N|(?=C\s?O\s?P))\b
    | this\ record\ is\ a\ partial\b | the\ full\ text\ of\ the\ original\b
    | RELEASED\b | DECLASSIFIED\b | .{3,40}\ DECLASSIFIED/RELEASED\ US\ DEPARTMENT\ OF\ STATE
    | please\ (?:handle|protect) | (?:protect|handle)\ accordingly
    | not\ for\ (?:internet|distribution) | "?PERISHABLE\ INFORMATION\b
    | ORIGINAL\ TELEGRAM | COPY\ FROM""",
    re.IGNORECASE | re.VERBOSE,
)
_PARTIAL = "This record is a partial extract"
"""The usual notice, for which no pattern is compiled."""
_NOTICE_BEGINNINGS = frozenset(
    ('"P', "- ", "//", "(C", "(E", "(F", "(S", "(T", "(U", "* ", "**", "*C")
)
_NOTICE_WORDS = frozenset(
    ("1ST", "2ND", "3RD", "BUS", "C O", "CO ", "COP", "COR", "DEC", "ENT", "FIN", "FIR", "HAN",
     "NOT", "ORI", "PER", "PLE", "PRO", "REL", "S E", "SEC", "SEN", "THE", "THI")
)  # fmt: skip
_MARKED_OR_THIS = frozenset(("(U)", "(SB", "THI"))
"""The first characters of statements: a portion marking, or THIS."""
_RELEASED = "/RELEASED"  # in the only notice that begins with other words


def is_notice(text: str) -> bool:
    """Whether a line is about the copy itself, or about how to handle it."""
    if text.startswith(_PARTIAL):
        return True
    if not _may_be_notice(text) and ("/" not in text or _RELEASED not in text.upper()):
        return False
    return _NOTICE.match(text) is not None or is_handling(text)


def _may_be_notice(text: str) -> bool:
    """Whether the first characters are a notice's, as the patterns are slow."""
    beginning = text[:3].upper()
    return beginning in _NOTICE_WORDS or beginning[:2] in _NOTICE_BEGINNINGS


def is_handling(text: str) -> bool:
    """Whether a line says how to handle this copy, perhaps after a portion marking."""
    return _may_be_notice(text) and _HANDLING.match(text) is not None


def is_statement(text: str) -> bool:
    """Whether a line says what the cable itself is or asks for, such as an action."""
    return text[:3].upper() in _MARKED_OR_THIS and _STATEMENT.match(text) is not None
