"""A month in an addressee's entry: ``AMEMBASSY LA PAZ SEP 9670``.

Before it reached the archive, the Z of that name was taken for the zone letter of a date-time group
(ACP 127 para 113), and the telegram's month was put in place of the word behind it: the precedence,
or a number at the end of the line together with the first word of the next one, as in
``AMEMBASSY LA PAZ NOV LIMA 4810``.
"""

from __future__ import annotations

from cableconv.diagnostics.heading import ADDRESSEE_CHANGED
from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern
from cableconv.vocabulary.months import ABBREVIATED_MONTHS

_AFTER_ZONE_LETTER = "Z "
_MONTH = pattern(rf"[A-Z](?<=[A-Z]Z)\s(?P<month>{'|'.join(ABBREVIATED_MONTHS)})(?:\s+|$)")


def without_month(line: Line, account: Account) -> Lines:
    """Return what stands before and behind a month in a line of addressees."""
    found = _MONTH.search(line.text) if _AFTER_ZONE_LETTER in line.text else None
    if found is None:
        return [line]
    name = line.head(found.start("month"))
    account.report(ADDRESSEE_CHANGED, line, printed=line.text[: found.end()].rstrip())
    account.mark_furniture("misplaced-month", [line.piece(*found.span("month"))])
    behind = line.tail(found.end())
    return [name, behind] if behind.text else [name]
