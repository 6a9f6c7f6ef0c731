"""Classified By where it stands in the first paragraph instead of a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cableconv.cable import AnyBlock, ClassifiedBy, Paragraph
from cableconv.diagnostics.preface import CLASSIFIER_IN_BODY
from cableconv.parser.account.account import Account
from cableconv.parser.preface.classifier.field import classified_by_of
from cableconv.patterns import pattern

_SAYS = pattern(
    r"(?:^|[.;:)-]\s+|\b(?:cable|message|telegram|text)\s+(?:is|was)\s+)(?=CLAS+IFI?ED\s+BY\b)",
    re.IGNORECASE,
)
_FIRST = 2


def find_classifier(
    found: ClassifiedBy | None, body: Sequence[AnyBlock], account: Account
) -> ClassifiedBy | None:
    """What the preface says, or the first paragraphs: these keep their text and it is reported."""
    if found is not None:
        return found
    paragraphs = [block for block in body if isinstance(block, Paragraph)]
    for paragraph in paragraphs[:_FIRST]:
        says = _SAYS.search(paragraph.text)
        if says and paragraph.span:
            account.report(CLASSIFIER_IN_BODY, paragraph.span.start, path="classified_by")
            return classified_by_of(paragraph.text[says.end() :], paragraph.span)
    return None
