"""The E.O. line: which order, and when or upon what the cable is declassified.

Forms by order (5 FAH-3 H-700): ``11652: GDS``, ``12065: GDS 2/23/86``, ``12356: DECL: OADR``,
``12958: DECL: 01/08/2017`` or ``X1``, ``13526: DECL: 25X1``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from cableconv.cable import ExecutiveOrder, Span
from cableconv.parser.dtg import full_year

_ORDER = re.compile(
    r"(?:E\.?\s?[O0]\.?,?|EXECUTIVE ORDER)?\s*:?\s*(?P<order>\d{5})?\s*[:;.,]*\s*", re.IGNORECASE
)
_DECLASSIFY = re.compile(
    r"(?:DECL(?:AS+(?:IFY|IFIED)?)?(?:\s+ON)?|DECLASSIFICATION)\s*[:;.]*\s*", re.IGNORECASE
)
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_MONTH = r"(?P<m>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?"
_DATES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, int, int]]], ...] = (
    (re.compile(r"(?P<y>(?:19|20)\d\d)[/.-](?P<m>\d{1,2})[/.-](?P<d>\d{1,2})(?!\d)"),
     lambda f: (f["y"], int(f["m"]), int(f["d"]))),
    (re.compile(r"(?<!\d)(?P<m>\d{1,2})\s?[/.-]\s?(?P<d>\d{1,2})\s?[/.-]\s?(?P<y>\d{4}|\d\d)(?!\d)"),
     lambda f: (f["y"], int(f["m"]), int(f["d"]))),
    (re.compile(rf"{_MONTH}\s+(?P<d>\d{{1,2}})(?:ST|ND|RD|TH)?,?\s+(?P<y>\d{{4}})", re.IGNORECASE),
     lambda f: (f["y"], _MONTHS.index(f["m"].upper()) + 1, int(f["d"]))),
    (re.compile(rf"(?P<d>\d{{1,2}})\s+{_MONTH},?\s+(?P<y>\d{{4}}|\d\d)", re.IGNORECASE),
     lambda f: (f["y"], _MONTHS.index(f["m"].upper()) + 1, int(f["d"]))),
    (re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
     lambda f: (f["y"], int(f["m"]), int(f["d"]))),
)  # fmt: skip
_EXEMPTION = re.compile(
    r"(?:25|50)X\d?(?:-[A-Z]+)?|X[1-8]\b(?:[ ,]*X[1-8]\b)*|XGDS-?\s?\d?|XDS-?\d?|RDS-?\d?"
    r"|\bADS\b|\bGDS\b|\bOADR\b|\bMR\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:AFTER|FOLLOWING|UPON|WHEN)\b", re.IGNORECASE)
_NOTHING = re.compile(r"N\s?/?\s?A\b", re.IGNORECASE)


_NO_EVENT = re.compile(r"[\d\s/.,-]+$")


def is_doubtful(found: ExecutiveOrder) -> bool:
    """Whether what should be a date is none."""
    return bool(found.declassify_event and _NO_EVENT.match(found.declassify_event))


def read_executive_order(text: str, span: Span) -> ExecutiveOrder:
    """Take the line apart; ``text`` keeps what follows the order's number as printed."""
    opening = _ORDER.match(text)
    rest = text[opening.end() :].strip() if opening else text
    order = opening["order"] if opening else None
    value = _DECLASSIFY.sub("", rest, count=1).strip(" .:;") if _DECLASSIFY.match(rest) else rest
    exemption = _EXEMPTION.search(value)
    day = find_date(value)
    event = value if _AFTER.search(value) else None
    day = None if event else day
    if not (day or exemption or _NOTHING.match(value)) and value:
        event = value
    return ExecutiveOrder(
        order=order,
        text=rest or None,
        declassify_on=day,
        declassify_event=event,
        exemption=" ".join(exemption[0].upper().split()) if exemption else None,
        span=span,
    )


def find_date(text: str) -> str | None:
    """The first date in ``text``, in any form the field uses, as ISO 8601."""
    for pattern, take in _DATES:
        if found := pattern.search(text):
            year, month, day = take(found)
            for first, second in ((month, day), (day, month)):
                try:
                    return date(full_year(year), first, second).isoformat()
                except ValueError:
                    continue
    return None
