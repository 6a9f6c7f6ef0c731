"""Classified By inside the first paragraph instead of on its own line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cableconv.cable import AnyBlock, ClassifiedBy, Paragraph
from cableconv.diagnostics.preface import CLASSIFIER_IN_BODY
from cableconv.parser.account.account import Account
from cableconv.parser.preface.classifier.field import classified_by_of
from cableconv.patterns import pattern

_SIGN = "CLAS"  # few paragraphs have it, and the pattern is slow
_SAYS = pattern(
    r"(?:^\(?|[.;:)-]\s+\(?|\b(?:cable|message|telegram|text)\s+(?:is|was)\s+)"
    r"(?=CLAS+IFI?ED\s+BY\b)",
    re.IGNORECASE,
)
# a full stop that follows neither an initial nor an abbreviated title
_SENTENCE_END = pattern(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b(?:Econ|Dept|Asst|Capt|Prof|Cons))"
    r"[.!?][\"”)]?(?=\s+[\"“(]?[A-Z\d]|$)"
)
_MORE = pattern(
    r"\s*(?:\(?[CSU]\)\s)?(?:for\s+)?(?:reasons?\b|E\.\s?O\.|declas|derived\b)",
    re.IGNORECASE,
)
# an abbreviated title may end like a sentence: the reasons, if they are near, decide
_REASONED = pattern(
    r"\breasons?\b[\s:,;-]*(?:E\.?\s?O\.?\s?\d{5}\W*)?(?:sec(?:tion)?s?\.?\s)?1\.[3-6]\s?\(",
    re.IGNORECASE,
)
_IN_BRACKETS = pattern(
    r"\((?=CLAS+IFI?ED\s+BY\s[^()]{3,120}?\breasons?\W+1\.[3-6]\s?\()", re.IGNORECASE
)
_NEAR = 160
_LONGEST = 400  # characters of name, position and reasons
_FIRST = 2


def find_classifier(
    found: ClassifiedBy | None, body: Sequence[AnyBlock], account: Account
) -> ClassifiedBy | None:
    """Return the preface's classifier, or that of the first paragraphs, which keep their text."""
    if found is not None:
        return found
    paragraphs = [block for block in body if isinstance(block, Paragraph)]
    for paragraph in paragraphs[:_FIRST]:
        says = _statement(paragraph.text) if _SIGN in paragraph.text.upper() else None
        if says and paragraph.span:
            account.report(CLASSIFIER_IN_BODY, paragraph.span.start, path="classified_by")
            return classified_by_of(_sentence(paragraph.text, says.end()), paragraph.span)
    return None


def _statement(text: str) -> re.Match[str] | None:
    return _SAYS.search(text) or _IN_BRACKETS.search(text)


def _sentence(text: str, start: int) -> str:
    """Return the text up to the sentence's end, with the next one if it gives the reasons."""
    said = text[start : start + _LONGEST]
    reasoned = _REASONED.search(said, 0, _NEAR)
    for stop in _SENTENCE_END.finditer(said, reasoned.end() if reasoned else 0):
        end = stop.end()
        if not _MORE.match(said, end):
            return said[:end]
    return said
