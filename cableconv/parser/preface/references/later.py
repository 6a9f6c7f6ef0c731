"""References that cannot be right: later numbers of the citing cable's own post.

A post counts its messages from 1 each year, so in January ``OSLO 1105`` without a year is of the
previous year.
"""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.cable import Reference
from cableconv.diagnostics.preface import REFERENCE_LATER
from cableconv.parser.account.account import Account
from cableconv.patterns import pattern

_ID = pattern(r"(?P<post>\d\d\D+)(?P<serial>\d+)$")


def report_later(references: Iterable[Reference], own: str | None, account: Account) -> None:
    """Report references with a higher number than the cable itself, whose id is ``own``."""
    cable = _ID.match(own or "")
    if cable is None:
        return
    for index, reference in enumerate(references):
        cited = _ID.match(reference.id or "")
        if cited and cited["post"] == cable["post"] and int(cited["serial"]) > int(cable["serial"]):
            at = reference.span.start if reference.span else None
            path = f"references[{index}]"
            account.report(REFERENCE_LATER, at, path=path, printed=reference.text, own=own)
