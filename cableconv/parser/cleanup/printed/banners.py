"""The level at a page's foot, where no page mark follows: the 1990s' printers counted their pages.

``CONFIDENTIAL   PTQ1234`` stands anywhere, the level alone in the middle of a line below the
first paragraph.
"""

from __future__ import annotations

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.facts import CLASS_LINE
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.parser.lexer.marked_paragraph import begins_marked_paragraph
from cableconv.patterns import pattern

_BANNER = pattern(
    r"(?:CONFIDENTIAL|SECRET|UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE)(?:[ /]+[A-Z]{5,})*"
    r"(?P<count>\s+[A-Z]{3}\d{4})?$"
)
_BEGINNINGS = frozenset(("CONF", "SECR", "UNCL", "LIMI"))
_CENTRED = 10  # columns: an item or a quotation is not indented so far


def take_banners(lines: Lines, account: Account) -> Lines:
    """The lines without such banners; what follows one is marked ``cut``."""
    if not any(_may_be_banner(line) for line in lines if line.facts & CLASS_LINE):
        return lines
    kept: Lines = []
    is_cut = in_text = False
    for line in lines:
        in_text = in_text or begins_marked_paragraph(line)
        if _may_be_banner(line) and (in_text or _is_counted(line)):
            account.mark_furniture("banner", [line])
            is_cut = True
            continue
        kept.append(line.with_cut("page-mark") if is_cut and kept else line)
        is_cut = False
    return kept


def _may_be_banner(line: Line) -> bool:
    if not line.facts & CLASS_LINE or line.text[:4] not in _BEGINNINGS:
        return False
    found = _BANNER.match(line.text)
    if found is None:
        return False
    return found["count"] is not None or line.indent >= _CENTRED


def _is_counted(line: Line) -> bool:
    return line.text[-1].isdecimal()
