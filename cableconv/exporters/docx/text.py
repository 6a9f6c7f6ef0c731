"""Runs and paragraphs: text in a style, in its reading direction.

Characters are escaped for XML, and those that XML 1.0 forbids are replaced.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from cableconv.patterns import pattern
from cableconv.rendering.characters import FORBIDDEN_RANGES, REPLACEMENT, allowed

Words = Callable[[str], str]
"""Makes runs of running text."""

KEEP_NEXT = "<w:keepNext/>"
"""The property that keeps a paragraph on one page with the next."""

KEEP_LINES = "<w:keepLines/>"
"""The property that keeps the lines of a paragraph on one page."""

NOT_KEPT = '<w:keepNext w:val="0"/>'
"""The property that overrides it, for a style that keeps paragraphs together.

The first paragraph of a table needs it: LibreOffice keeps the whole table with the following text.
"""

_LONG_PARAGRAPH = 1600
"""Characters of XML, about 15 lines on the page, a third of it."""

TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"

# Hebrew, Arabic, Syriac, Thaana, NKo and following; presentation forms; the old scripts.
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_HAS_RIGHT_TO_LEFT = pattern(f"[{_RIGHT_TO_LEFT}]")
# A phrase extends over spaces, punctuation and digits, and includes the full stop after it.
_PHRASE = pattern(f"[{_RIGHT_TO_LEFT}](?:[\\W\\d_]*[{_RIGHT_TO_LEFT}\\d])*[.!?,;:]*")

_SPECIAL = pattern(rf"[&<>\t]|\r\n?|[\n\x0b\x0c\x85\u2028\u2029]|[{FORBIDDEN_RANGES}]")
_IN_A_RUN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
} | dict.fromkeys(
    ("\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"),
    '</w:t><w:br/><w:t xml:space="preserve">',
)


def run(text: str, style: str = "") -> str:
    """Return text as one run, or as several where its direction changes."""
    if not style and text and text.isascii():  # most runs, so that time counts
        return f'<w:r><w:t xml:space="preserve">{in_run(text)}</w:t></w:r>'
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    if text.isascii() or not _HAS_RIGHT_TO_LEFT.search(text):
        return _run(text, named)
    pieces: list[str] = []
    at = 0
    for phrase in _PHRASE.finditer(text):
        pieces += (_run(text[at : phrase.start()], named), _run(phrase[0], named + "<w:rtl/>"))
        at = phrase.end()
    return "".join((*pieces, _run(text[at:], named)))


def _run(text: str, properties: str) -> str:
    if not text:
        return ""
    named = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{named}<w:t xml:space="preserve">{in_run(text)}</w:t></w:r>'


def paragraph(
    style: str, text: str, before: str = "", words: Words = run, properties: str = ""
) -> str:
    """Return a paragraph of running text; ``before`` are runs in front of it."""
    direction = "" if text.isascii() or not _begins_on_the_right(text) else "<w:bidi/>"
    return wrapped(style, before + words(text), properties + direction)


def wrapped(style: str, runs: str, properties: str = "") -> str:
    """Return a paragraph around finished runs; ``properties`` are additional to its style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def kept_with_next(paragraphs: str) -> str:
    """Return the paragraphs, with the last one kept on one page with the following.

    A long one is left as it is: LibreOffice moves a kept paragraph to the next page as a
    whole, which leaves much of the page empty.
    """
    before, opening, last = paragraphs.rpartition("<w:p><w:pPr>")
    style, end, rest = last.partition("/>")
    if not opening or len(rest) > _LONG_PARAGRAPH or rest.startswith(KEEP_NEXT):
        return paragraphs
    return "".join((before, opening, style, end, KEEP_NEXT, rest))


def in_language(runs: str, language: str | None) -> str:
    """Return finished runs, with running text marked as being in that language (BCP 47)."""
    if language is None:
        return runs
    named = f'<w:r><w:rPr><w:lang w:val="{language}"/></w:rPr><w:t xml'
    return runs.replace("<w:r><w:t xml", named)


def in_run(text: str) -> str:
    """Return text as the content of a run's ``w:t``, with Word's own tabs and line breaks."""
    if text.isprintable() and "&" not in text and "<" not in text:
        return text
    return _SPECIAL.sub(lambda found: _IN_A_RUN.get(found[0], REPLACEMENT), text)


def on_one_line(text: str) -> str:
    """Return text for an element's content or quoted attribute, without line breaks."""
    line = allowed(" ".join(text.split()))
    return (
        line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def _begins_on_the_right(text: str) -> bool:
    """Whether the first letter with a direction reads from right to left (UAX 9, rule P2)."""
    strong = (way for way in map(unicodedata.bidirectional, text) if way in {"L", "R", "AL"})
    return next(strong, "L") != "L"
