"""The words of a heading: what may be a title, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.parser.lexer.quote_marks import quote_mark
from cableconv.parser.lexer.shapes import SECTION_STYLE, ItemMark, item_marks
from cableconv.patterns import pattern
from cableconv.roles import closed_roles

LONGEST = 90
"""Characters: a longer line is running text."""
_SET = pattern(r"(?:AKNLDG|CANX|DECL|EXER|OPER|PERID|POC)/")  # a military message's
_WORDS = pattern(r"(?i)\b(?!x+\b)[^\W\d_]")  # a row of X is a name struck out
_LABELLED = pattern(r"[A-Z][\w /#.()&-]{1,30}:\s*\S.{0,60}$")  # Name: Ada Wray
_REMARK = pattern(
    r"\*{0,3}\s?(?:SOURCES?|NOTES?|N\.?B\.?)\s?:"
    r"|(?:SINCERELY|RESPECTFULLY|YOURS|(?:BEST |KIND )?REGARDS)\b",
    re.IGNORECASE,
)
_OF_REMARKS = frozenset("SNRYBKsnrybk*")
_ENDS_LETTER = pattern(r"(?:(?:YOURS )?(?:SINCERELY|RESPECTFULLY|TRULY|FAITHFULLY)|YOURS)\b", re.I)
_SALUTATION = pattern(r"(?:MY )?DEAR\b|(?:YOUR )?EXCELLENCY\b|SIRS?[,:]", re.I)
_YEAR = 4  # digits
_DATE = pattern(
    r"(?:\d{1,2}(?:ST|ND|RD|TH)?,? [A-Z]{3,9}|[A-Z]{3,9} \d{1,2}(?:ST|ND|RD|TH)?),? \d{4}$", re.I
)
_ADDRESSED = pattern(
    r"(?:HIS|HER|THEIR) EXCELLENC|(?:THE )?HON(?:\.|OU?RABLE)|(?:MR|MRS|MS|DR)\b", re.I
)
_FIGURES = pattern(r"(?:\s+[-+]?\d[\d,.]*%?){3}$")  # a row of a table
_FIGURE = pattern(r"\s[-+($]?\d[\d,.]*[%)]?(?=\s|$)")
_NAMED_FIGURES = pattern(r"(?![a-z])(?:\S+\s){1,3}?(?:[-+($]*\d[\d,.]*[%)]*(?:\s|$))+$")
_MOST_FIGURES = 4  # of a title
_FIGURE_ENDS = frozenset("0123456789%)")
_ROMAN = frozenset(("I.", "I)"))
_NUMERALS = _ROMAN | {"A.", "A)"}
# 4-5. (U) Not applicable, or a schedule's 10:00 Visit
_COUNTED_OR_TIMED = pattern(r"\d{1,3}\.?\s?-\s?\d{1,3}\.\s|\d\d?:\d\d\b")
_LEADER = "....."  # between a name and its office
_END = 4  # characters of the word and its blank
_SMALL_WORDS = frozenset(("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or",
                          "the", "to", "with"))  # fmt: skip
_CLOSERS = "\"'”’)]"


def section_mark(text: str) -> ItemMark | None:
    """Return the Roman number, or the letter of a line in capitals, that a section may have."""
    styles = _NUMERALS if text.isupper() else _ROMAN
    return next((mark for mark in item_marks(text) if mark.style in styles), None)


def roman_mark(text: str) -> ItemMark | None:
    """Return the Roman number that a section may have."""
    return next((mark for mark in item_marks(text) if mark.style in _ROMAN), None)


def is_title(lines: Sequence[Line]) -> bool:
    """Whether all lines may be those of one title, perhaps after a section's number."""
    mark = section_mark(lines[0].text)
    first = lines[0].text[mark.end if mark else 0 :]
    words = [first, *(line.text for line in lines[1:])]
    return all(map(looks_like_title, words))


def _is_item(text: str) -> bool:
    """Whether a label begins it, other than a section's of a number and a letter: ``2A. Bells``."""
    marks = item_marks(text)
    return bool(marks) and (marks[0].style != SECTION_STYLE or text.endswith("?"))


def _closes(text: str) -> bool:
    """Whether it closes a summary, a comment or a repeated text."""
    return bool(closed_roles(text)) or quote_mark(text) is not None


def has_value(text: str) -> bool:
    """Whether it is a label with its value: ``Name: Ada Wray``."""
    return ":" in text and _LABELLED.match(text) is not None


def is_contact(text: str) -> bool:
    """Whether it is a label with a number or a mail's address: ``Tel: 22-44-85``."""
    value = text.partition(":")[2]
    return has_value(text) and ("@" in value or any(map(str.isdecimal, value)))


def is_remark(text: str) -> bool:
    """Whether it names a table's source, begins a note to it, or ends a letter."""
    return text[0] in _OF_REMARKS and _REMARK.match(text) is not None


def is_of_letter(text: str, above: str, below: str) -> bool:
    """Whether it is the name below a letter's last words, or place and date above its first."""
    if above[-1:] == "," and _ENDS_LETTER.match(above):
        return True
    if not text[-_YEAR:].isdecimal() or text[-_YEAR - 1 : -_YEAR].isdecimal():
        return False
    return bool(_SALUTATION.match(below) or (_ADDRESSED.match(below) and _DATE.match(text)))


def is_value(text: str, above: str) -> bool:
    """Whether a label in capitals is above words that are not, as in a form."""
    return is_label_in_capitals(above) and not text.isupper()


def is_label_in_capitals(text: str) -> bool:
    """Whether it is a title with a colon, such as ``THE BELLS:``."""
    return text[-1] == ":" and text.isupper() and looks_like_title(text[:-1])


def is_label(text: str) -> bool:
    """Whether it is a title with a colon that has a capital at each word: ``The New Bell:``."""
    return text[-1] == ":" and looks_like_title(text[:-1]) and has_capitals(text)


def has_capitals(text: str) -> bool:
    """Whether each word but the small ones has a capital."""
    return all(not word[0].islower() or word in _SMALL_WORDS for word in text.split())


def is_joined_table(text: str) -> bool:
    """Whether it ends with a figure and has many: the rows that a page printed on one line."""
    if text[-1] not in _FIGURE_ENDS:
        return False
    return len(_FIGURE.findall(text)) > max(_MOST_FIGURES, len(text.split()) // 3)


def is_row_of_figures(text: str) -> bool:
    """Whether it is a name or a year with its figures: ``Oslo 12 (38.0)``, ``2006 2489``."""
    return text[-1] in _FIGURE_ENDS and _NAMED_FIGURES.match(text) is not None


def looks_like_title(text: str) -> bool:
    """Whether it may be a title, perhaps after a portion marking."""
    if text[0] == "(":
        text = text[read_marking(text)[1] :]
    if not text or len(text) > LONGEST or not _WORDS.search(text) or _is_item(text):
        return False
    if (text[-1].isdecimal() or text[-1] == "%") and _FIGURES.search(text):
        return False
    if text[0].isdecimal() and _COUNTED_OR_TIMED.match(text):
        return False
    if text[:_END].upper() == "END " and _closes(text):
        return False
    if "/" in text and _SET.match(text):
        return False
    if _LEADER in text:
        return False
    end = text.rstrip(_CLOSERS)
    return end.endswith(("...", "?", "!", ". . .")) or end[-1:] not in ".,;:"
