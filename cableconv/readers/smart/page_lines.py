"""Classifies each line of a page: the form's, the scan's, or the telegram's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cableconv.patterns import pattern
from cableconv.telegram import NOTICE

TEXT = "text"
MARKUP = "markup"
ENVELOPE = "envelope"
BANNER = "banner"
LEVEL = r"(?:TOP SECRET|SECRET|CONFIDENTIAL|LIMITED OFFICIAL USE|UNCLASSIFIED|SENSITIVE|SBU|NOFORN)"

_LINE = pattern(r".*\n?")
_RULE = pattern(r"\s*(?:-{3}|\*{3}|_{3}|`{3}\w*|\|(?:\s*:?-{3,}:?\s*\|)+)\s*$")
_MARKED = rf"[\"'“”*~\s]*{LEVEL}(?:\s*/+\s*[A-Z]+)*[\"'“”*~\s]*"
_PAGE = r"Page\s+\d+(?:\s+of\s+\d+)?"
_FOOT = pattern(rf"\s*+(?:#+\s*+)?(?:{_MARKED}{_PAGE}|{_PAGE}(?:{_MARKED})?)\s*$", re.IGNORECASE)
_BANNER = pattern(rf"(?P<sure>\s*#+\s*)?{_MARKED}$")
_CASE = pattern(
    rf"\s*+(?:{_MARKED})?(?:[A-Z]{{1,4}}-\d{{4}}-\d{{4,}}\b|[A-Z]-?\d{{8,}}\b"
    r"|U\.?S\.? Department of State\s+Case No)"
)
_STAMP = pattern(
    r"[\s>*]*+(?:(?:RELEASED?|DENIED|DECLASSIFIED) IN (?:FULL|PART)\b|DECLASSIFIED (?:BY|UNDER)\b"
    r"|.*\bEO Systematic Review\b)",
    re.IGNORECASE,
)
_STAMP_GOES_ON = pattern(r"[\s>*]*\S.{0,60}$")
_PICTURE = pattern(r"\s*[*_\[!(]+\s*(?:Image|Seal|Logo|Stamp|Handwrit|Figure|Illegible)", re.I)
_HEADING = pattern(r"\s*#{1,6}\s+(?P<text>.*?)[\s#]*$")
_ABOUT_THE_PAGE = frozenset(
    (
        *("header", "fields", "form", "data", "metadata", "message", "recipient", "block"),
        *("addressee", "addressees", "distribution", "routing", "categorization", "body"),
        *("text", "content", "cable", "telegram", "section", "classification", "marking"),
        *("markings", "release", "information", "page", "footer", "document", "stamp", "stamps"),
        *("handwritten", "notes", "table", "and", "of", "the"),
    )
)
"""Headings of only these words are the transcriber's, not the cable's."""

_LONGEST_STAMP = 6


class PageLine(NamedTuple):
    """A line of the file, from ``start`` to ``end`` (including its line break)."""

    start: int
    end: int
    kind: str


def page_lines(text: str) -> Iterator[PageLine]:
    """Yield every non-blank line with its kind; telegram and form alike are ``TEXT``."""
    stamped = 0  # number of a stamp's lines just above
    marking: str | None = None
    above: str | None = None
    for found in _LINE.finditer(text):
        line = found[0]
        kind = _kind(line, None if above == BANNER else marking) if line.strip() else None
        if 0 < stamped < _LONGEST_STAMP and kind == TEXT and _STAMP_GOES_ON.match(line):
            kind = NOTICE
        stamped = stamped + 1 if kind == NOTICE else 0
        if kind == BANNER and marking is None:
            marking = _bare(line)
        above = kind
        if kind:
            yield PageLine(found.start(), found.end(), kind)


def _kind(line: str, marking: str | None) -> str:
    """Classify a line; a banner other than the page's ``marking`` belongs to the telegram."""
    if _RULE.match(line):
        return MARKUP
    if _FOOT.match(line):
        return "page-mark"
    if (banner := _BANNER.match(line)) and (
        banner["sure"] or marking is None or _bare(line) == marking or '"' in line
    ):
        return BANNER
    if _CASE.match(line):
        return "case-number"
    if _STAMP.match(line):
        return NOTICE
    if _PICTURE.match(line):
        return ENVELOPE
    heading = _HEADING.match(line)
    return ENVELOPE if heading and _is_about_the_page(heading["text"]) else TEXT


def _is_about_the_page(heading: str) -> bool:
    words = re.findall(r"[a-z]+", heading.lower())
    return bool(words) and _ABOUT_THE_PAGE.issuperset(words)


def _bare(line: str) -> str:
    return re.sub(r"[^A-Z]+", "", line)
