"""Lines no wider than a teleprinter's, broken where nothing new can seem to begin."""

from __future__ import annotations

import re

WIDTH = 69
"""Characters on a line (ACP 127 para 138f)."""

NARROWEST = 30

_BEGINS_SOMETHING = re.compile(
    r"""[^\w"'“‘(]             # a bullet, a rule, a pilcrow
      | \(?\d                  # a number: of a paragraph or a page
      | \(?[A-Z][.)]           # a letter: of a reference or a sub-item
      | \(?[IVX]{2,4}[.)]
      | O\b
      | (?:BEGIN|START|END|QUOTE|UNQUOTE|PAGE|BT|NNNN|FM|TO|INFO|XMT)\b
      | (?:E\.O\.|DECL|TAGS?|SUBJ|REF|CLASSIFIED|CLASSIFIER|DERIVED|REASONS?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def wrap(text: str, width: int, lead: str = "", hang: str = "") -> list[str]:
    """The text in lines; ``lead`` stands before the first, ``hang`` before the others.

    A line that could be taken for the beginning of something else never begins one, and no
    break comes after a hyphen: both would be read as what they are not.  A line without a
    fit place runs over.
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


def _cut(text: str, start: int, end: int) -> int:
    """The last fit blank before ``end``, else the first one behind it; -1 for none."""
    cut = text.rfind(" ", start + 1, end + 1)
    while cut > 0 and not _is_fit(text, cut):
        cut = text.rfind(" ", start + 1, cut)
    if cut > 0:
        return cut
    cut = text.find(" ", end)
    while cut > 0 and not _is_fit(text, cut):
        cut = text.find(" ", cut + 1)
    return cut


def _is_fit(text: str, cut: int) -> bool:
    return text[cut - 1] != "-" and _BEGINS_SOMETHING.match(text, cut + 1) is None
