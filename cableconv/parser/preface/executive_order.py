"""The E.O. line: the order, and when or upon which event the cable is declassified.

Forms by order (5 FAH-3 H-700): ``11652: GDS``, ``12065: GDS 2/23/86``, ``12356: DECL: OADR``,
``12958: DECL: 01/08/2017`` or ``X1``, ``13526: DECL: 25X1``.
"""

from __future__ import annotations

import re

from cableconv.cable import ExecutiveOrder, Span
from cableconv.diagnostics.code import Code
from cableconv.diagnostics.preface import DECLASSIFICATION_DOUBTFUL, DECLASSIFICATION_MENDED
from cableconv.parser.lexer.paragraph_marks import read_marking
from cableconv.patterns import pattern
from cableconv.vocabulary.dates_in_text import find_date, find_mended_date

_ORDER = pattern(
    r"(?:¶\s?)?(?:E[./]?\s?[O0]\.?,?|EXECUTIVE ORDER)?\s*:?\s*"
    r"(?P<order>\d{5}|\d{2,3} \d{2,3}(?=:)|1\.\d{4}(?=:))?\s*[-:;.,]*\s*",
    re.IGNORECASE,
)
_DECLASSIFY = pattern(
    r"(?:DECL(?:AS+(?:IFY|IFIED)?)?(?:\s+ON)?|DECLASSIFICATION)\s*[:;.]*\s*", re.IGNORECASE
)
_EXEMPTION = pattern(
    r"""(?:25|50)\s?X\s?\d?(?:-[A-Z]+)? | (?:\b1\.[56]\s?)?X[1-8]\b(?:(?:[ ,/&]|\bAND\b)*X[1-8]\b)*
    | \b(?:X-?GDS|XDS|RDS)\b(?:-?\s?\(?[1-4](?:(?:,\s?|&)[1-4])*(?![\d/])\)?)?
    | \b(?:ADS|GDS|MR|OADR|O\.A\.D\.R\.?)(?!\w)
    | \bORIGINATING\s+AGENCY\W?S\s+DETERMINATION\s+REQUIRED""",
    re.IGNORECASE | re.VERBOSE,
)
_USUAL = frozenset(("GDS", "OADR"))
_AFTER = pattern(r"\b(?:AFTER|FOLLOWING|UPON|WHEN)\b", re.IGNORECASE)
_NOTHING = pattern(r"N\s?/?\s?A\b|NONE\b|NOT APPLICABLE\b", re.IGNORECASE)
_NOT_FIGURE = pattern(r"\D")
_NO_EVENT = pattern(r"[\d\s/.,-]+$")


def problem_of(found: ExecutiveOrder) -> Code | None:
    """Return what to report: an invalid date, or a repaired one."""
    if found.declassify_event and _NO_EVENT.match(found.declassify_event):
        return DECLASSIFICATION_DOUBTFUL
    mended = found.declassify_on and find_date(found.text or "") is None
    return DECLASSIFICATION_MENDED if mended else None


def read_executive_order(text: str, span: Span) -> ExecutiveOrder:
    """Parse the line; ``text`` keeps what follows the order's number as printed."""
    text = text[read_marking(text)[1] :] if text.startswith("(") else text
    opening = _ORDER.match(text)
    rest = text[opening.end() :].strip() if opening else text
    order = _NOT_FIGURE.sub("", opening["order"]) if opening and opening["order"] else None
    value = _DECLASSIFY.sub("", rest, count=1).strip(" .:;") if _DECLASSIFY.match(rest) else rest
    has_words = any(map(str.isalpha, value))  # most lines have only a date
    exemption = value if value in _USUAL else _exemption(value) if has_words else None
    event = value if has_words and _AFTER.search(value) else None
    day = None if event else find_date(value) or find_mended_date(value)
    if not (day or exemption or _NOTHING.match(value)) and value:
        event = value
    return ExecutiveOrder(
        order=order,
        text=rest or None,
        declassify_on=day,
        declassify_event=event,
        exemption=exemption,
        span=span,
    )


def _exemption(value: str) -> str | None:
    found = _EXEMPTION.search(value)
    return " ".join(found[0].upper().split()) if found else None
