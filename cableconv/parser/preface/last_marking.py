"""A portion marking of the body that was moved to the end of the last field.

``REF: OSLO 77 (SBU)`` above an unmarked sentence, without a first paragraph: scrapes lose the
line end before the marking, or print one after it.  Below a classifier the reasons end before it,
as ``1.4 (B) (C)`` are two reasons.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cableconv.parser.lexer.labels import Field
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.marked_paragraph import begins_marked_paragraph
from cableconv.parser.lexer.paragraph_marks import begins_marked_sentence, read_marking
from cableconv.parser.preface.references import names_third_entry
from cableconv.patterns import pattern

FIRST_NUMBERS = frozenset(("1", "11", "01"))
"""The printed forms of the first paragraph's number; a pilcrow may have become a digit."""
_VALUE_ENDS = pattern(r"[\w)\].,;]$")
_REASONS_END = pattern(r"(?:\.|\([a-h]\))$")
_ENDS: Mapping[Field, re.Pattern[str]] = {
    "executive_order": _VALUE_ENDS,
    "tags": _VALUE_ENDS,
    "references": _VALUE_ENDS,
    "classified_by": _REASONS_END,
}
"""What stands before a marking, by the fields that do not end with one of their own."""


def marking_of_body(name: Field, field: Sequence[Line], body: Sequence[Line]) -> int | None:
    """Return the offset, in a field's last line, of a marking that belongs to the body below."""
    if name not in _ENDS or not field or not body or _has_first_paragraph(body):
        return None
    last = field[-1].text
    at = last.rfind("(")
    if not is_marking(last[max(at, 0) :]) or names_third_entry(_text(field), last[at:]):
        return None
    if not _ENDS[name].search(last[:at].rstrip()) or _is_marked_before(field, at):
        return None
    return at if begins_marked_sentence(f"{last[at:]} {body[0].text}") else None


def with_text_below(body: list[Line]) -> list[Line]:
    """Return the lines, without empty ones between a lone marking and its text."""
    if len(body) < 2 or not is_marking(body[0].text):
        return body
    if not begins_marked_sentence(f"{body[0].text} {body[1].text}"):
        return body
    return [body[0], body[1].with_gap(0), *body[2:]]


def is_marking(text: str) -> bool:
    """Whether the text is just a portion marking."""
    marking, end = read_marking(text)
    return marking is not None and end == len(text)


def _has_first_paragraph(body: Sequence[Line]) -> bool:
    """Whether some paragraph below has the number 1 and its marking, so that nothing is missing."""
    marks = (line.paragraph_mark for line in body if begins_marked_paragraph(line))
    return any(mark is not None and mark.digits in FIRST_NUMBERS for mark in marks)


def _is_marked_before(field: Sequence[Line], at: int) -> bool:
    """Whether another of the field's entries is marked as well: then they all are."""
    texts = [*(line.text for line in field[:-1]), field[-1].text[:at]]
    return any(
        read_marking(text, place)[0] is not None
        for text in texts
        for place, sign in enumerate(text)
        if sign == "("
    )


def _text(field: Sequence[Line]) -> str:
    return " ".join(line.text for line in field)
