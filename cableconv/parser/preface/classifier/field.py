"""Classified By: the classifier and the reasons.

The line must give name and position of the classifier, and a reason of section 1.4
(1.5 before 2003) of the executive order (E.O. 12958 sec. 1.7, 5 FAH-3 H-712).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from cableconv.cable import ClassifiedBy, Span
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.parser.preface.classifier.people import read_people
from cableconv.patterns import pattern
from cableconv.vocabulary.titles import is_title

_LABEL = pattern(
    r"""^(?:\s*+(?:¶?\d\.\s*+)?(?:\((?a:[UCS])\)\s*+)?
    (?:CLASS?I?F?IF?I?ED|CLASSIFIER|CLASSIFICATION|CL(?:ASS)?(?=[\W\d]|BY\b|$))\s*+(?:BY\b)?\s*+[:;.-]*+)++
    \s*+(?:(?:BY\b|\(?(?:U|C|S|SBU)\)|(?a:[UCS])(?=\s*[:-]))[\s:;-]*+)*+""",
    re.IGNORECASE | re.VERBOSE,
)
_MARKING = pattern(r"\(?\b(?a:[CS]|SBU)(?:\)|\s*[:-])", re.IGNORECASE)
"""A portion marking before or behind the label; ``(U)`` marks nothing."""
_USUAL_LABELS = ("Classified By: ", "CLASSIFIED BY: ")
_OF_LABELS = frozenset(("CL", "BY"))
_WELL_SPELT = pattern(
    r"(?:[\W\d_]|\b(?:CLASS(?:IFIED|IFIER|IFICATION)?|CL|BY|SBU|(?a:[UCS]))\b)*$",
    re.IGNORECASE,
)
_ONCE_MORE = pattern(r"\bCLAS+I?F\w*\s+BY\b\s*[:;.-]*", re.IGNORECASE)
_BREAKS_OFF = ("...", "…")
_DERIVED = pattern(r"DERIVED\b", re.IGNORECASE)
_REASON_WORD = (
    r"(?:r\W?(?a:[easo]){2,5}n\s?s?\b|r(?a:[aeosn]){3,7}s?\b(?=\W*\d)"
    r"|r\s?e?\s?a\s?s\s?o\s?n\s?s?\b)"
)
_REASONS_BEGIN = pattern(
    rf"""(?:[,;(-]|(?<!\bJr)(?<!\bSr)\.(?=\W)|(?<!\s)\s
        |(?-i:(?<=[a-z])(?=Reasons?:)|(?<=[A-Za-z])(?=REASONS?:)))\s*+
    (?:(?:f\s?[o0]\s?r?|as|under|due\s+to|based\s+[o0]n|pursuant\s+to|per|by|in\ accordance\ with
        |citing|with|w/)\s+){{0,4}}
    (?:(?:the\s+)?(?:e\.?\s?o\.?|executive\ order)\s*\d{{5}}[,:;]?
        |{_REASON_WORD}
        |(?:para(?:graph)?|sec(?:tion)?)s?\.?\s*\d
        |1\s?[.,:/]\s?[3-6](?!\d)|1[3-6]\s?(?=\()
        |(?:derived|declas\w*|decl|dcl)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_REASON = pattern(
    r"""\b1(?:\s?[.,:/]\s?(?P<section>[3-6])|(?P<bare>[3-6])(?=\s?\())
    (?P<letters>(?:[\W_]*+(?:(?:a\s?n\s?d|or)\b[\W_]*+)?[A-H](?![A-Z]))*)""",
    re.IGNORECASE | re.VERBOSE,
)
_LETTER = pattern(r"[A-H]", re.IGNORECASE)
_CONNECTOR = pattern(r"\b(?:a\s?n\s?d|or)\b", re.IGNORECASE)
_LONE_LETTER = pattern(r"(?<=\s)[A-Za-z]$")
_FUNCTION_WORDS = frozenset(
    ("a", "due", "for", "in", "on", "or", "per", "reason", "reasons", "under", "with")
)
_CONNECTING = frozenset(("and", "by", "for", "of", "or", "reason", "reasons", "the"))
_FULL_LINE = 50
_SCREEN = 71
_CLOSING = ").,:;"  # no word begins with one
_IN_NUMBER = pattern(r"(?<![\w.])1\.$")


def read_classified_by(lines: Sequence[Line], span: Span) -> ClassifiedBy:
    """Read the field from its lines."""
    return classified_by_of(_unbroken(lines), span)


def classified_by_of(text: str, span: Span) -> ClassifiedBy:
    """Return people with titles, reasons such as ``1.4(b)``, and the text without label.

    A misspelt label stays in ``text``, where it would otherwise be lost, and so does what is
    printed from a portion marking on.
    Derived classification names a guide or a source, not a person.
    """
    printed = " ".join(text.split())
    value = _behind_usual_label(printed) or _LABEL.sub("", printed)
    label = printed[: len(printed) - len(value)]
    label_is_well_spelt = label in _USUAL_LABELS or _WELL_SPELT.match(label)
    again = list(_ONCE_MORE.finditer(value)) if "CLAS" in value.upper() else []
    who = value[again[-1].end() :] if again else value[read_marking(value)[1] :]
    begin = _REASONS_BEGIN.search(who)
    who = _without_cut_word(who[: begin.start()] if begin else who)
    return ClassifiedBy(
        text=f"{_from_marking(label)}{value}".strip() if value and label_is_well_spelt else printed,
        people=() if _DERIVED.match(value) else tuple(read_people(who)),
        reasons=tuple(_reasons(value)),
        span=span,
    )


def is_label_alone(text: str) -> bool:
    """Whether a line is the field's label without a value."""
    return _LABEL.fullmatch(text) is not None


def _from_marking(label: str) -> str:
    """Return the end of a label, from its marking on."""
    marking = None if label in _USUAL_LABELS else _MARKING.search(label)
    return label[marking.start() :] if marking else ""


def _behind_usual_label(text: str) -> str | None:
    """Return what follows a usual label, if it begins with a word that is no part of a label."""
    label = next(filter(text.startswith, _USUAL_LABELS), None)
    value = text[len(label) :] if label else ""
    is_word = value[:3].isalpha() and ")" not in value[:4]
    return value if is_word and value[:2].upper() not in _OF_LABELS else None


def _without_cut_word(text: str) -> str:
    """Remove the word at which a page's teaser breaks off, with a ``for`` before it."""
    if not text.endswith(_BREAKS_OFF):
        return text
    kept = text[: max(text.rfind(" "), text.rfind(",")) + 1]
    return kept.removesuffix("for ") if f" {kept}".endswith(" for ") else kept


def _unbroken(lines: Sequence[Line]) -> str:
    """Join the lines; a full line was cut at a column, so a word may continue on the next."""
    text = ""
    lines = _without_margin(lines)
    for index, line in enumerate(lines):
        broken = index > 0 and _is_broken(lines[index - 1], line, _width(lines, index - 1))
        text += line.text if broken or not text else f" {line.text}"
    return text


def _without_margin(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines without the spaces before the first one, which a page has before all."""
    margin = lines[0].indent if lines else 0
    if not margin:
        return lines
    return [replace(line, indent=max(line.indent - margin, 0)) for line in lines]


def _width(lines: Sequence[Line], index: int) -> int:
    """Return a line's columns; behind a label that stands twice, the first one's count as well."""
    line = lines[index]
    begin = lines[0] if index == 1 and f"{lines[0].text} " in _USUAL_LABELS else line
    return begin.indent + line.end - begin.start


def _is_broken(line: Line, after: Line, length: int) -> bool:
    """Whether a word continues on the next line; a screen of 71 columns cut it anywhere."""
    if length == _SCREEN and _is_cut_at_sign(line.text, after.text):
        return True
    word = after.text.split()[0].rstrip(",;:)")
    if not word or (_LONE_LETTER.search(line.text) and word[0].islower()):
        return bool(word)
    last = line.text.split()[-1].lower()
    if length < _FULL_LINE or not last[-1].isalpha() or last in _CONNECTING or after.indent > 0:
        return False
    lone = len(word) == 1 and word.isalpha() and word.islower() == line.text[-1].islower()
    cut = word.isalpha() and (word.islower() or (word.isupper() and length == _SCREEN))
    return lone or (cut and not _stands_alone(word))


def _is_cut_at_sign(text: str, below: str) -> bool:
    """Whether it was cut inside a bracket or a number: ``1.4 (b`` and ``)``, ``1.`` and ``4``."""
    return (
        below[0] in _CLOSING
        or text[-1] == "("
        or bool(_IN_NUMBER.search(text) and below[0].isdecimal())
    )


def _stands_alone(word: str) -> bool:
    return word.lower() in _FUNCTION_WORDS or is_title(word)


def _reasons(text: str) -> list[str]:
    found: list[str] = []
    for reason in _REASON.finditer(text):
        letters = _LETTER.findall(_CONNECTOR.sub(" ", reason["letters"]))
        section = reason["section"] or reason["bare"]
        found += [f"1.{section}({letter.lower()})" for letter in letters]
    return list(dict.fromkeys(found))
