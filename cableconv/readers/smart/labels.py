"""The labels of the archive's form, in a table cell or before a colon."""

from __future__ import annotations

import re

import msgspec

from cableconv.patterns import in_capitals, pattern

LABELS = {
    "mrn": "mrn",
    "date/dtg": "date",
    "date": "date",
    "dtg": "date",
    "from": "from",
    "action": "action",
    "to": "action",
    "info": "info",
    "xmt": "xmt",
    "e.o.": "order",
    "eo": "order",
    "tags": "tags",
    "captions": "captions",
    "caption": "captions",
    "pass line": "passing",
    "pass lines": "passing",
    "reference": "references",
    "references": "references",
    "ref": "references",
    "subject": "subject",
    "signature": "signature",
    "drafted by": "drafted",
    "cleared by": "cleared",
    "approved by": "approved",
    "released by": "released",
    "dissemination rule": "dissemination",
    "action post": "action post",
    "attachments": "attachments",
    "attachment": "attachments",
}
"""The field for each label in lower case."""

TRAILING = frozenset(
    ("signature", "drafted", "cleared", "approved", "released", "info", "xmt", "dissemination",
     "action post", "attachments")
)  # fmt: skip
"""Fields that the form has below the text as well; others there are the telegram's own."""

_NAMES = "|".join(re.escape(name) for name in sorted(LABELS, key=len, reverse=True))
_AT_LINE = pattern(rf"[ \t>]*\**(?P<label>{_NAMES})[ \t]*\**:\**[ \t]*", re.IGNORECASE)
_IN_CELL = pattern(
    rf"[ \t]*\|[ \t]*\**(?P<label>{_NAMES})[ \t]*\**:?\**[ \t]*\|[ \t]*", re.IGNORECASE
)
_NOTHING = pattern(r"[\s|*]*+(?:n/?a|none|unknown)?[\s|*]*+", re.IGNORECASE)
_NUMBER = pattern("MRN")  # few texts have it, and the pattern of its line is slow
_FORM = pattern(r"^[ \t>|]*+\**MRN[ \t]*+\**:?\**[ \t|]*+\d\d[ \t]+[A-Z]", re.MULTILINE)


class Label(msgspec.Struct, frozen=True):
    """A field, and the start of its value; ``in_table`` if both are cells."""

    field: str
    value_start: int
    in_table: bool


def read_label(text: str, start: int, end: int) -> Label | None:
    """Return the label at the beginning of the line at ``start``."""
    found = _IN_CELL.match(text, start, end)
    in_table = found is not None
    found = found or _AT_LINE.match(text, start, end)
    return found and Label(LABELS[in_capitals(found["label"]).lower()], found.end(), in_table)


def is_nothing(value: str) -> bool:
    """Whether the form only says that there is no value."""
    return _NOTHING.fullmatch(value) is not None


def is_form(head: str) -> bool:
    """Whether a text has the form: its message reference number with a label."""
    return _NUMBER.search(head) is not None and _FORM.search(head) is not None
