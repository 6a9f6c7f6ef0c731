"""What a line can be, by its first letters, its last one and a few other signs.

Nine of ten lines are just running text.  The facts say so once, so that the parser's stages
need not try patterns on them: each examines only lines with the fact for its own kind.  A
fact allows a kind but does not decide; that is left to the recogniser of the kind.
"""

from __future__ import annotations

from functools import lru_cache

from cableconv.parser.lexer import captions, class_line, header_start
from cableconv.parser.lexer.paragraph_marks import may_be_paragraph
from cableconv.parser.lexer.quote_marks import may_be_quote_mark
from cableconv.parser.lexer.shapes import CELL_MARK, RULE_CHARACTERS, may_be_item, may_be_rule

PLAIN = 0
"""Running text: it can be none of the following."""
CAPTION = 1
"""It begins with a caption."""
CLASS_LINE = 2
"""It begins like a level, or is in capitals and ends with a number."""
HEADER = 4
"""It begins like a format line that may begin a header."""
NUMBER = 8
"""It begins with a digit, a pilcrow or a bracket, like a paragraph's number."""
ITEM = 16
"""It begins with a bullet or a label."""
QUOTE_MARK = 32
"""It begins like BEGIN, END, QUOTE and similar words, perhaps behind a bracket or a dash."""
RULE = 64
"""It begins with dashes, slashes or similar characters alone, or ends with one."""
COLUMNS = 128
"""It has three spaces or a vertical bar somewhere, which may separate columns."""
PAGE = 256
"""It has PAGE or OF in capitals, or of in lower case with a zero or a last number."""
STAMP = 512
"""It begins like a release's stamp, exemption or review."""
NOT_TEXT = CAPTION | ITEM | QUOTE_MARK | RULE | COLUMNS
"""In a body it may be something else than continued text; numbers are found before."""
ANYTHING = 1023
"""All facts: not examined yet, such as a line cut out of another."""

_BEGINNING = 5  # characters that distinguish a caption from other words, or hold a label's stop
_STAMPS = frozenset(("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "EO", "NR"))
_STAMP_WORDS = frozenset(("1.4", "1.5", "DAT", "DEN", "Dec", "EXC", "PAG", "REL", "REV"))
_EXEMPTION = "(b)("
_USUAL_ENDS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,;:")
_COLUMN_GAP = "   "
_CUT_PAGE = "OF 0"  # a page mark's end, where a text was wrapped again
_BEFORE_TOTAL = " of 0"  # in a page mark in lower case


def may_have_columns(text: str) -> bool:
    """Whether any line of a text may have them; most texts have no sign of columns."""
    return _COLUMN_GAP in text or CELL_MARK in text


def facts_of(text: str, in_columns: bool = True) -> int:
    """Return the facts of a non-empty line; ``in_columns``: its text may have columns."""
    facts = _of_beginning(text[:_BEGINNING])
    if facts & CAPTION and not captions.begins_with_caption(text):
        facts ^= CAPTION
    if text[-1] not in _USUAL_ENDS:
        facts |= _of_end(text)
    if in_columns and may_have_columns(text):
        facts |= COLUMNS
    # a letter is found several times faster than a word, and capitals are rare
    capitals = ("G" in text and "PAGE" in text) or ("F" in text and " OF " in text)
    if capitals or ("0" in text and _BEFORE_TOTAL in text):
        facts |= PAGE
    return facts


def _of_end(text: str) -> int:
    """Return the facts of a line that does not end like a sentence or a word."""
    if text[-1] in RULE_CHARACTERS:
        return RULE
    if not text[-1].isdecimal():
        return PLAIN
    facts = PAGE if " of " in text else PLAIN
    return facts | CLASS_LINE if class_line.is_numbered_capitals(text) else facts


@lru_cache(maxsize=16384)  # a language has few beginnings: these are nine of ten lines' in 4 MB
def _of_beginning(text: str) -> int:
    facts = RULE if may_be_rule(text) else PLAIN
    if captions.may_begin(text):
        facts |= CAPTION
    if class_line.may_be_level(text):
        facts |= CLASS_LINE
    if text[:2] in header_start.BEGINNINGS:
        facts |= HEADER
    if may_be_paragraph(text):
        facts |= NUMBER
    if may_be_item(text):
        facts |= ITEM
    if may_be_quote_mark(text):
        facts |= QUOTE_MARK
    if text.startswith(_CUT_PAGE):
        facts |= PAGE
    if text[:2] in _STAMPS or text[:3] in _STAMP_WORDS or text.startswith(_EXEMPTION):
        facts |= STAMP
    return facts
