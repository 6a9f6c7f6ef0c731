"""Compares the container's data with the telegram; they fill no field."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Callable

from cableconv.cable import Cable
from cableconv.diagnostics.heading import WITNESS_DIFFERS
from cableconv.parser.account.account import Account
from cableconv.vocabulary.archive_ids import archive_id, is_cable_number

_NEXT_DAY = datetime.timedelta(days=1)


def check_against_container(cable: Cable, account: Account) -> None:
    """Report contradictions between container and telegram."""
    source = cable.source
    level = cable.classification.level if cable.classification else None
    said_level = source.classification.split("//")[0].strip() if source.classification else None
    pairs: tuple[tuple[str, str | None, str | None, Callable[[str, str], bool]], ...] = (
        ("id", source.id, cable.id, _same_id),
        ("date", source.date, cable.date, _same_day),
        ("classification", said_level, level, operator.eq),
    )
    for path, said, printed, agree in pairs:
        if said and printed and not agree(said, printed):
            account.report(WITNESS_DIFFERS, path=path, said=said, printed=printed)


def check_printed_day(printed_day: str | None, date: str | None, account: Account) -> None:
    """Report a day printed in words that differs from that of the date-time group."""
    if printed_day and date and not _same_day(printed_day, date):
        account.report(WITNESS_DIFFERS, path="date", said=printed_day, printed=date)


def _same_id(said: str, printed: str) -> bool:
    """Whether it is the same cable's; a container may have numbers of its own: ``urn:7``."""
    return printed in (said, archive_id(said)) or not is_cable_number(said)


def _same_day(said: str, printed: str) -> bool:
    """Whether the days differ by at most one, as archives recorded local or filing time."""
    try:
        days = [datetime.date.fromisoformat(text[:10]) for text in (said, printed)]
    except ValueError:
        return True
    return abs(days[0] - days[1]) <= _NEXT_DAY
