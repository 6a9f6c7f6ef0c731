"""Lines no wider than a teleprinter's, broken where nothing new can seem to begin."""

from __future__ import annotations

import re

WIDTH = 69
"""Characters on a line (ACP 127 para 138f)."""

NARROWEST = 30

_LONG = 2 / 3
_STOPS = re.compile(r"""[.!?:;]["'\u201d\u2019)\]]*$|["\u201d)]$""")

_BEGINS_SOMETHING = re.compile(
    r"""[^\w"'\u201c\u2018(]                 # a bullet, a rule, a pilcrow
      | \(?\d                            # a number: of a paragraph or a page
      | \(?[A-Z][.)] | \(?[IVX]{2,4}[.)] # a letter: of a reference or a sub-item
      | O\b
      | (?:BEGIN|START|END)\b(?!\s(?:OF\s)?(?:SUMMARY|COMMENT))
      | (?:QUOTE|UNQUOTE|BT|NNNN|PAGE\s\d+)\b
      | E\.O\. | (?:DECL|TAGS?|SUBJ|SUBJECT|REFS?|REFTELS?|REFERENCES?)\b
      | (?:CLASSIFIED|CLASSIFIER|DERIVED|REASONS?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def wrap(text: str, width: int, lead: str = "", hang: str = "") -> list[str]:
    """The text in lines; ``lead`` stands before the first, ``hang`` before the others.

    What could be taken for the beginning of something else never begins a line, no break
    comes after a hyphen, and no word stands alone on the last line, where a signature would:
    they would be read as what they are not.  A line without a fit place runs over.
    """
    text = " ".join(text.split())
    lines: list[str] = []
    start, before = 0, lead
    while len(text) - start > width - len(before):
        cut = _cut(text, start, start + width - len(before))
        if cut < 0:
            break
        lines.append(before + text[start:cut])
        start, before = cut + 1, hang
    return [*lines, before + text[start:]]


def wrap_running(text: str, width: int, lead: str = "", hang: str = "") -> list[str]:
    """As ``wrap``; where the text ends without a stop its last line is a short one.

    A long line without a stop reads as one that goes on below, a short one as an end.
    """
    lines = wrap(text, width, lead, hang)
    last = lines[-1]
    if len(last) > width * _LONG and not _STOPS.search(last):
        cut = _cut_before(last, len(lead if len(lines) == 1 else hang), len(last) - 1)
        if cut > 0:
            lines[-1:] = [last[:cut], hang + last[cut + 1 :]]
    return lines


def _cut(text: str, start: int, end: int) -> int:
    """The last fit blank up to ``end``, else the first one behind it; -1 for none."""
    cut = _cut_before(text, start, end)
    if cut > 0:
        return cut
    cut = text.find(" ", end)
    while cut > 0 and not _is_fit(text, cut):
        cut = text.find(" ", cut + 1)
    return cut


def _cut_before(text: str, start: int, end: int) -> int:
    cut = text.rfind(" ", start + 1, end + 1)
    while cut > 0 and not _is_fit(text, cut):
        cut = text.rfind(" ", start + 1, cut)
    return cut


def _is_fit(text: str, cut: int) -> bool:
    return (
        text[cut - 1] != "-"
        and text.find(" ", cut + 1) > 0
        and _BEGINS_SOMETHING.match(text, cut + 1) is None
    )
