"""The header of a later section of a cable whose first header is missing.

All sections of a telegram have one date-time group (ACP 127 para 208f), which page marks
also have, without month and year.
"""

from __future__ import annotations

from cableconv.cable import Transmission
from cableconv.diagnostics.heading import DATE_FROM
from cableconv.parser.account.account import Account
from cableconv.parser.heading.format_lines import TransmissionDraft
from cableconv.parser.lexer.facts import HEADER
from cableconv.parser.lexer.lines import Lines
from cableconv.patterns import pattern

_TIME = pattern(r"PAGE\s.*\b(?P<time>\d{6}Z)")


def dated_below(lines: Lines, account: Account) -> Transmission | None:
    """Return the date-time group of a header in the text that agrees with the page marks."""
    marks = (_TIME.match(text) for _, text in account.furniture_of("page-mark"))
    times = {found["time"] for found in marks if found}
    for line in lines if times else ():
        draft = TransmissionDraft()
        if line.facts & HEADER and draft.take(line):
            dtg = draft.values.get("dtg")
            if dtg and dtg.partition(" ")[0] in times:
                account.report(DATE_FROM, line, path="date")
                return Transmission(dtg=dtg)
    return None
