"""The level with a printer's count at a page's foot, of the 1990s: ``CONFIDENTIAL   PTQ1234``."""

from __future__ import annotations

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.facts import CLASS_LINE
from cableconv.parser.lexer.lines import Lines
from cableconv.patterns import pattern

_BANNER = pattern(
    r"(?:CONFIDENTIAL|SECRET|UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE)\s+[A-Z]{3}\d{4}$"
)


def take_counted_banners(lines: Lines, account: Account) -> Lines:
    """The lines without such banners; what follows one is marked ``cut``."""
    if not any(_BANNER.match(line.text) for line in lines if line.facts & CLASS_LINE):
        return lines
    kept: Lines = []
    is_cut = False
    for line in lines:
        if line.facts & CLASS_LINE and _BANNER.match(line.text):
            account.mark_furniture("banner", [line])
            is_cut = True
            continue
        kept.append(line.with_cut("page-mark") if is_cut and kept else line)
        is_cut = False
    return kept
