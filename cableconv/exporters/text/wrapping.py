"""Lines no wider than a teleprinter's, broken where nothing new can seem to begin."""

from __future__ import annotations

import re
from functools import cache

WIDTH = 69
"""Characters on a line (ACP 127 para 138f)."""

NARROWEST = 30
UNWRAPPED = 2**31
"""The width at which a paragraph is one line."""

_NARROWEST_COLUMN = 15

# what a line of its own would begin with: a bullet, a rule, a pilcrow; a number, of a paragraph
# or a page; a letter, of a reference or a sub-item; the words of the format; a passing line
_BEGINS_SOMETHING = r"""(?:
    [^\w"'“‘(] | \(?\d | \(?[A-Z][.)] | \(?[IVX]{2,4}[.)] | O\b
  | (?:BEGIN|START|END)\b(?!\s(?:OF\s)?(?:SUMMARY|COMMENT))
  | (?:QUOTE|UNQUOTE|BT|NNNN|PAGE\s\d+|SENSITIVE\sBUT)\b
  | E\.O\. | (?:DECL|TAGS?|SUBJ|SUBJECT|REFS?|REFTELS?|REFERENCES?)\b
  | (?:CLASSIFIED|CLASSIFIER|DERIVED|REASONS?)\b
  | (?-i:[A-Z]{2,10}[ ](?:ALSO[ ])?(?:FOR|PASS)\b | FOR[ ][A-Z]{1,6}/)
)"""

RUNNING = rf"(?<![-:])[ ](?!{_BEGINS_SOMETHING})(?=\S+[ ])"
"""A fit place in running text: no break comes after a hyphen, nor after a colon, where
a list would begin; no word stands alone on the last line, where a signature would."""

BETWEEN_NAMES = rf"(?:(?<![A-Za-z-])|(?<=[A-Za-z]{{2}})(?=[ ](?-i:[A-Z]))){RUNNING}(?!\w\b)"
"""A fit place in Classified By, where a word that begins small, or of one letter, would be
taken for the end of the one above."""

ANYWHERE = r"[ ]"
"""Any blank, where nobody will read the text back."""

OUTSIDE_BRACKETS = r"(?<!-)[ ](?![^(]*\))"
"""A fit place in TAGS, where a person's name stands in brackets."""


def wrap(text: str, width: int, lead: str = "", hang: str = "", fit: str = RUNNING) -> list[str]:
    """The text in lines; ``lead`` stands before the first, ``hang`` before the others.

    ``fit`` is a pattern of the blanks that a line may end at; a line without one runs over.
    """
    text = _evenly_spaced(text)
    room = max(width - len(hang), _NARROWEST_COLUMN)
    if len(text) <= width - len(lead):
        return [lead + text]
    extra = max(len(lead) - len(hang), 0)
    lines: list[str] = _lines(room, fit).findall(extra * "_" + text)
    lines[0] = lead + lines[0][extra:]
    if hang:
        lines[1:] = [hang + line for line in lines[1:]]
    return lines


def _evenly_spaced(text: str) -> str:
    """The text with single blanks between its words."""
    if text.isprintable() and "  " not in text and text == text.strip():
        return text
    return " ".join(text.split())


@cache
def _lines(room: int, fit: str) -> re.Pattern[str]:
    """One match a line: what is left, up to the last fit blank in it, or to the first behind."""
    return re.compile(
        rf"(.{{1,{room}}}+$ | .{{1,{room}}}(?={fit}) | .+?(?={fit}) | .+)[ ]?",
        re.VERBOSE | re.IGNORECASE,
    )
