"""A quick check whether the text of a column looks like a cable's."""

from __future__ import annotations

import re

from cableconv.patterns import pattern

# Where line ends became nothing, a word or a number stands right before the sign.
# Format lines 3, 5 and 6, the class line, labels, page marks, and openings of partial extracts.
_MARKS = (
    pattern(r"^[ \t]*(?:VZCZC|DE R[A-Z]{3,7} )", re.MULTILINE),
    pattern(r"\b[ZOPRY](?: [ZOPRY])? \d{6}Z\b"),
    pattern(r"(?:\b(?:FM|TO)|(?<=\d)FM) +(?:[A-Z]+/)?(?:AM|US|SEC|DEPT|STATE|R[A-Z]{4})[A-Z]*"),
    pattern(
        r"C O N F I D|S E C R E T|U N C L A S|\b(?:UNCLAS\b|CONFIDENTIAL\b|SECRET\b|LIMITED OFF)"
    ),
    pattern(
        r"(?:\bE\.?O|E\.O)\.? ?1\d{4}\b", re.IGNORECASE
    ),  # extracts may have lost their capitals
    pattern(r"^[ \t]*(?:TAGS|SUBJ(?:ECT)?|REFS?)[ :.]", re.MULTILINE),
    pattern(r"\bPAGE \d\d +[A-Z]|This record is a partial extract"),
)
_ENOUGH = 2
_LOOKED_AT = 20_000


def has_header(text: str) -> bool:
    """Whether its beginning has a date-time group, and a sender or an addressee."""
    head = text[:_LOOKED_AT].replace("\\n", "\n")
    return all(mark.search(head) for mark in _MARKS[1:3])


def looks_like_a_cable(text: str) -> bool:
    """Whether its beginning has two marks of a cable."""
    head = text[:_LOOKED_AT].replace("\\n", "\n")  # line ends as some programs write them
    return sum(mark.search(head) is not None for mark in _MARKS) >= _ENOUGH


def begins_a_cable(text: str) -> bool:
    """Whether it has a heading, or a class line and labels, as no later page of one has."""
    head = text[:_LOOKED_AT]
    return has_header(text) or all(mark.search(head) for mark in (_MARKS[3], _MARKS[5]))
