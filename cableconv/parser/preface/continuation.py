"""Whether a line of the preface continues the field above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from cableconv.parser.lexer.captions import captions_of
from cableconv.parser.lexer.labels import Field, read_label
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.parser.preface.passing_lines import (
    is_for_reader,
    is_passed_on,
    is_passing,
    is_series_number,
)
from cableconv.parser.preface.references import references_go_on
from cableconv.patterns import pattern
from cableconv.vocabulary.levels import is_plain
from cableconv.vocabulary.notices import is_handling, is_notice, is_statement
from cableconv.vocabulary.tag_words import codes_in

_RULE = pattern(r"[-=_*~ .]{3,}$")
_SUMMARY = pattern(
    r"(?:BEGIN )?SUMMARY\b(?:\s*[:.-]|$"
    # action, background, comment, context, introduction, recommendations, table
    r"|\s(?:AND|&)\s(?:ACT|BACK|COM|CONT|INTR|REC|TAB))",
    re.IGNORECASE,
)
_OPEN_END = pattern(
    r"(?:[,;:&(/-]|\b(?:and|or|for|of|reasons?|the|by|e\.o\.|section|classified))$", re.IGNORECASE
)
_CUT_LABEL = pattern(r"\bclassified$", re.IGNORECASE)
_BY = pattern(r"by\b", re.IGNORECASE)
_REASONS = pattern(r"\d\.\d|\bREASON|^\(?[A-H]\)", re.IGNORECASE)
_REASONS_END = pattern(r"\b1\.[3-6].*\([A-H]\)[.;]?$", re.IGNORECASE)
_LAST_REASON = pattern(r"AND\s+\(?[A-H]\)\.?$", re.IGNORECASE)
_PAGE_MARK = "page-mark"
_ORDER_ALONE = pattern(r"\d{5}\s*[:;.]*$")  # of an E.O. line
_DECLASSIFIES = pattern(r"DECL|N/?A\b|\d{1,4}[/-]|[A-Z]?GDS\b|OADR\b", re.IGNORECASE)
_SENTENCE = pattern(r"[A-Z][a-z]+ (?:[^\s:]+ ){5}")
_TITLE = pattern(  # below the reasons, where the classifier's office may be as well
    r"(?!(?i:AND\b|DECL|REASON|.{0,40}\b(?:AMB|CHARGE|CONSUL|COUNSEL|DCM|DEP|EMB|MISSION|OFFIC|POL)))"
    r"[A-Z][A-Za-z'’-]+(?: [A-Za-z][A-Za-z'’-]*){1,9}$"
)
_BARE_LABEL = pattern(r"SUBJ(?:ECT)?\s*:$", re.IGNORECASE)
_INNER_WORD = r"""(?:a|an|the|its|their|his|her|of|to|for|in|on|at|by|with|from|into|about|between
    |against|over|after|before|until|and|or|but|as|than|that|which|who|is|are|was|were|be|has|have
    |had|will|may|can|must|not)"""
"""A word that neither ends a subject nor begins a heading."""
_UNFINISHED_SUBJECT = pattern(rf"(?:[,:;&(/-] | \b{_INNER_WORD})$", re.IGNORECASE | re.VERBOSE)
_WITHIN_SUBJECT = pattern(rf"{_INNER_WORD}\b", re.IGNORECASE | re.VERBOSE)
_NO_NAME = frozenset(("ATTN", "FOR", "FROM", "PASS"))  # words of passing lines
_COLON = ":"  # of the label on the line above
_WRAPPED = 45  # characters: a longer line may have been wrapped
_LONGEST_CODE = 5  # letters of a tag, with one surplus
_MOST_TAGS_APART = 3  # words below an empty line that still belong to the tags
_MOST_NAMES = 8  # words of a line of persons and organisations
_WORDS = pattern(r"[^\s,;/()]+")


class NextLabel(msgspec.Struct, frozen=True):
    """The next field's label below a line, and whether an empty line precedes it."""

    field: Field | None = None
    at_once: bool = False


def is_tag_line(text: str) -> bool:
    """Whether a line has only tags: at least two codes, one of them with four letters."""
    words = [word.strip(".") for word in _WORDS.findall(text)]
    found = [codes_in(word) for word in words]
    return len(words) > 1 and all(found) and any(len(word) == 4 for word in words)


def goes_on(field: Field, block: Sequence[Line], line: Line, follows: NextLabel) -> bool:
    """Whether ``line`` belongs to the field with the lines ``block``.

    The empty lines around a page mark are the page's; they count as one.
    """
    line = line.with_gap(1) if line.gap and line.cut == _PAGE_MARK else line
    if _RULE.match(line.text) or _SUMMARY.match(line.text) or (line.gap and is_notice(line.text)):
        return False
    if captions_of(line.text) or block[-1].text.endswith("//"):  # a military set ends here
        return False
    if field != "classified_by" and is_for_reader(block[-1].text, line.text):
        return False
    if line.gap == 0 and line.text[0] == _COLON and _stands_alone(block):
        return True
    if field == "tags":
        return _tags_go_on(block, line, follows)
    if field == "subject":
        return _stands_alone(block) or _subject_goes_on(block, line, follows)
    if field == "references":
        return references_go_on(block, line)
    if line.gap == 0:
        return field != "classified_by" or not _is_text_below_reasons(block[-1].text, line)
    text = " ".join(entry.text for entry in block)
    open_end = bool(_OPEN_END.search(text)) or text.count("(") > text.count(")")
    if field == "classified_by":
        return open_end or _classifier_goes_on(text, line)
    return _ORDER_ALONE.search(text) is not None and _DECLASSIFIES.match(line.text) is not None


def _classifier_goes_on(text: str, line: Line) -> bool:
    """Whether a line set apart gives the reasons, or BY; a page mark may part the name too."""
    if _REASONS_END.search(text) and _LAST_REASON.match(line.text):
        return True
    given = None if _REASONS.search(text) else _REASONS.search(line.text)
    if given is not None and (given.start() == 0 or line.cut == _PAGE_MARK):
        return True
    return bool(_CUT_LABEL.search(text) and _BY.match(line.text))


def _is_text_below_reasons(above: str, line: Line) -> bool:
    """Whether the reasons end the line above, and the body begins.

    It begins with a sentence, a title, or any text of another page.
    """
    begins = line.cut == _PAGE_MARK or _SENTENCE.match(line.text) or _TITLE.match(line.text)
    return bool(begins) and _REASONS_END.search(above) is not None


def _tags_go_on(block: Sequence[Line], line: Line, follows: NextLabel) -> bool:
    if line.gap > 1:
        return False
    if line.gap == 0 and (_is_open(block) or _begins_with_person(line.text)):
        return True
    words = [word for word in re.split(r"[\s,;.()]+", line.text.upper()) if word]
    known = sum(1 for word in words if codes_in(word))
    shaped = line.text[0].isalnum() and all(
        word.isalnum() and len(word) <= _LONGEST_CODE for word in words
    )
    few = line.gap == 0 or len(words) <= _MOST_TAGS_APART or _stands_alone(block)
    if shaped and 2 * known >= len(words) > 0 and few:
        return True
    plain = ":" not in line.text and not is_notice(line.text) and _NO_NAME.isdisjoint(words)
    return line.gap == 0 and follows.field == "subject" and plain and len(words) <= _MOST_NAMES


def _is_open(block: Sequence[Line]) -> bool:
    """Whether the tags so far end with a comma, or inside brackets."""
    text = " ".join(line.text for line in block)
    return text.endswith((",", ";", "(", "-", "/")) or text.count("(") > text.count(")")


def _begins_with_person(text: str) -> bool:
    return text.startswith("(") and "," in text and read_marking(text)[0] is None


def _stands_alone(block: Sequence[Line]) -> bool:
    """Whether the label's line has no words but a marking: they follow, even set apart."""
    text = block[0].text
    label = read_label(text) if len(block) == 1 else None
    return label is not None and read_marking(text, label.value_start)[1] == len(text)


def _subject_goes_on(block: Sequence[Line], line: Line, follows: NextLabel) -> bool:
    before = block[-1].text
    if is_handling(line.text) or is_statement(line.text) or is_passed_on(line.text):
        return False
    if is_series_number(line.text):
        return False
    if follows.at_once and follows.field is not None and _is_plain_marking(line.text):
        return False  # it may be the next field's
    if line.gap == 0:
        return follows.field is not None or not _is_text_below_capitals(block, line.text)
    if line.gap == 1 and _BARE_LABEL.match(before):
        return True
    if line.gap > 1 or is_passing(line.text):
        return False
    in_capitals = _ends_in_capitals(block) and _is_capitals(line.text)
    ends = follows.field in ("references", "classified_by")
    if line.cut == _PAGE_MARK and (ends or _WITHIN_SUBJECT.match(line.text)):
        return True
    if _UNFINISHED_SUBJECT.search(before):
        return in_capitals or ends
    return in_capitals and ends and (follows.at_once or len(before) >= _WRAPPED)


def _is_plain_marking(text: str) -> bool:
    """Whether the text is just a portion marking of known letters and words."""
    marking, end = read_marking(text)
    return marking is not None and end == len(text) and is_plain(marking)


def _is_text_below_capitals(block: Sequence[Line], text: str) -> bool:
    """Whether a sentence in small letters begins below a subject in capitals."""
    begins = not text.isupper() and _SENTENCE.match(text) is not None
    return begins and _ends_in_capitals(block)


def _ends_in_capitals(block: Sequence[Line]) -> bool:
    """Whether the last line is in capitals, apart from the label."""
    text = block[-1].text
    label = read_label(text) if len(block) == 1 else None
    return text[label.value_start if label else 0 :].isupper()


def _is_capitals(text: str) -> bool:
    return 3 * sum(map(str.isupper, text)) > len(text)
