"""Starts of captions, labels and statements in a preface that lost its line ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cableconv.parser.cleanup.line_breaks.header_signs import DAY, LEVEL_SIGN
from cableconv.parser.cleanup.line_breaks.tag_ends import tag_ends
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.patterns import pattern

_CAPTION = pattern(r"(?:NODIS|EXDIS|SENSITIVE)?(?=SIPDIS)|SIPDIS\s*|(?=NOFORN)|NOFORN\b\s*")
_LABEL = pattern(
    r"E\.?O\.?\s?\d{5}|TAGS?(?=\s?:|\s+[A-Z]{2,5}[,;\s])|SUBJ(?:ECT)?\s?:"
    r"|REF(?:TEL)?S?(?=\s?:|\s+(?:\(?A[.)]\s|\d\d\s[A-Z]|[A-Z][A-Z ]{2,20}\s\d{2,}))"
    r"|R(?:ef(?:tel)?s?(?:\s[A-Z])?|EF\s[A-Z])(?=\s?:)|C(?:lassified|LASSIFIED)\s[Bb][Yy]\b|DERIVED\sFROM:"
)
OBLIGATORY = pattern(r"E\.?O\.?\s?\d{5}|TAGS?(?=\s?:|\s+[A-Z]{2,5}[,;\s])|SUBJ(?:ECT)?\s?:")
"""The labels that every cable has."""
# an agency in Washington that a further passing line names, above the first label
_PASSED_ON = pattern(
    r"(?:COMMERCE|TREASURY|DEPT|(?<!SEC)STATE|NSC|US(?:DOC|TR|DA|AID|DOJ)|ENERGY|JUSTICE|LABOR|DHS"
    r"|SECDEF|OSD|JCS)(?=\s(?:ALSO\s)?(?:FOR\s[A-Z]{1,6}(?:[/,;\s(]|$)|PASS\s))"
)
# statements about the cable itself, and words above the first paragraph
_APART = pattern(
    r"(?:\(U\)\s?)?(?:T(?:his\s(?:cable|message)|HIS\s(?:CABLE|MESSAGE))\s(?:is|IS|contains|CONTAINS)\s"
    r"|S(?:ensitive|ENSITIVE)\s[Bb](?:ut|UT)\s)"
    r"|T(?:his\sis\san?\saction|HIS\sIS\sAN?\sACTION)\s(?:[a-z]{4,}|REQUEST|MESSAGE|CABLE)\b"
    r"|(?<=[A-Z]{4})(?:[A-Z][a-z]+\s[a-z]+\s[a-z]+\s|NOTE:\s[A-Z][a-z]+\s[a-z])"  # glued
    r"|C\sO\sR\sR\sE\sC\sT\sE\sD\s{1,2}C\sO\sP\sY\b"
    r"|\(?(?:BEGIN\s)?(?:SUMMARY|Summary|INTRODUCTION|Introduction|COMMENT|Comment)"
    r"(?:(?=\s?:|\s--\s)|\s*-{5,})"
    rf"|{DAY}"
)
# a page's beginning of a cable breaks off, and the whole cable's row, header or class line follows
_BROKEN_OFF = pattern(
    r"(?<=\.\.\.)\s*+(?=\d{4,7}\s*+\d{4}-\d\d-\d\d|(?:ZZ|OO|PP|RR) R[A-Z]{3}|V?ZCZC"
    r"|DE R[A-Z]{3,7} ?\#|C O N F|S E C R|U N C L|UNCLAS|CONFIDENTIAL|SECRET)"
)
_RULE = pattern(r"-{5,}")
_LONGEST = 200  # characters: a class line with its caveats and section has fewer


def preface_cuts(preface: str) -> set[int]:
    """Return the starts of lines before the first paragraph."""
    cuts = {caption.end() for caption in _CAPTION.finditer(preface)}
    labels = {label.start() for label in _LABEL.finditer(preface)}
    passing = _PASSED_ON.finditer(preface, 0, min(labels, default=0))
    cuts |= labels | {found.start() for found in passing}
    cuts |= {end for rule in _RULE.finditer(preface) for end in rule.span()}
    cuts |= set(_copy_starts(preface))
    return cuts | set(_tag_cuts(preface))


def statement_starts(preface: str) -> Iterator[int]:
    """Yield the starts of text that no field above continues into."""
    yield from (found.start() for found in _APART.finditer(preface))
    yield from (found.end() for found in _BROKEN_OFF.finditer(preface))


def _copy_starts(preface: str) -> Iterator[int]:
    """Yield the start and end of class lines, of the text or another copy of it."""
    for sign in LEVEL_SIGN.finditer(preface):
        start = sign.start()
        found = read_class_line(preface[start : start + _LONGEST])
        if found is not None and found.serial:
            yield start
            if found.rest:
                yield start + found.rest_start


def _tag_cuts(preface: str) -> Iterator[int]:
    """Yield the starts of continuation lines of TAGS, between a label and the next."""
    for label, after in pairwise([*_LABEL.finditer(preface), None]):
        if label is not None and label[0].startswith("TAG"):
            yield from tag_ends(preface, label.end(), after.start() if after else len(preface))
