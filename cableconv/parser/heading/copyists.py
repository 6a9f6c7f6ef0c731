"""Lines of those who copied or printed a telegram, between the lines of its heading."""

from __future__ import annotations

import re

from cableconv.patterns import pattern

_ROW = pattern(
    # the columns of a dump's row, with or without their names
    r"(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d) \d{1,2}:\d\d(?::\d\d)?$"
    r"|(?:ID|REFID|DATE|SOURCE|ORIGIN|CLASSIFICATION|DESTINATION|REFERENCES?|MISC):(?:\s|\d|$)"
    # the labels of a print-out above the telegram
    r"|(?:ACTION|FROM|TAGS|CAPTIONS|SUBJECT|REF):(?:\s|$)",
    re.IGNORECASE,
)
_REMARK = pattern(r"NOTE\s?[-:–]|NO ACTION ADDRESSEE$", re.IGNORECASE)


def is_row(text: str) -> bool:
    """Whether it is a field of a dump's row or of a print-out, which ends a list of addressees."""
    return _ROW.match(text) is not None


def is_remark(text: str) -> bool:
    """Whether it stands among addressees, but names none."""
    return text[0] in "Nn" and _REMARK.match(text) is not None
