"""The measured accuracy of common diagnostics, checked against the text of real cables.

For every code reported in more than twenty of 1,776 cables of the archive (1973 to 2010), fifteen
or more reports were drawn at random and compared with the lines that they name; for codes
reported in eight to twenty of 1,342 cables, up to thirteen.  The figures are those of the draw,
also where false reports led to a change afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Reading(NamedTuple):
    """The number of reports of a code that were checked, and the number that were right."""

    read: int
    right: int


READINGS: Mapping[str, Reading] = {
    "addressee-changed": Reading(15, 15),
    "caption-repeated": Reading(15, 15),
    "false-paragraph-mark": Reading(15, 14),
    "line-break-lost": Reading(30, 20),
    "no-body": Reading(11, 10),
    "no-date": Reading(15, 15),
    "no-signature": Reading(15, 15),
    "paragraph-cut": Reading(15, 14),
    "paragraph-gap": Reading(15, 14),
    "paragraph-repeated": Reading(15, 15),
    "quote-unclosed": Reading(11, 8),
    "quotes-doubled": Reading(15, 15),
    "quotes-lost": Reading(15, 15),
    "reference-doubtful": Reading(14, 14),
    "reference-later": Reading(12, 12),
    "reference-without-year": Reading(15, 15),
    "signature-glued": Reading(15, 15),
    "stray-caption": Reading(15, 15),
    "subject-missing": Reading(15, 15),
    "tag-glued": Reading(8, 8),
    "tag-unknown": Reading(15, 15),
    "teaser": Reading(15, 14),
    "teaser-differs": Reading(11, 11),
}
"""The results by the code's name."""
