"""Compares the security prosign of a header with the class line (ACP 127 para 124)."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.cable import Classification, Transmission
from cableconv.diagnostics.heading import SECURITY_DIFFERS
from cableconv.parser.account.account import Account
from cableconv.vocabulary.levels import level_of_prosign


def check_security(
    transmissions: Sequence[Transmission],
    classification: Classification | None,
    account: Account,
) -> None:
    """Report a header whose prosign stands for another level than the class line's."""
    security = transmissions[0].security if transmissions else None
    level = classification.level if classification else None
    if not security or not level:
        return
    said = level_of_prosign(security)
    if said and said != level and level != "LIMITED OFFICIAL USE":
        account.report(
            SECURITY_DIFFERS, path="classification", printed=security, said=said, level=level
        )
