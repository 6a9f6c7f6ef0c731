"""The officers who drafted, approved and cleared: a block of the heading, or lines of the preface.

In the 1970s the block stood below the distribution, and the clearances followed ``APPROVED BY``
without a label of their own (``EB/IFD:PBOEKER AF/EPS:RDUNCAN``).
"""

from __future__ import annotations

import re

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern

_INITIALS = frozenset("DAC")
_OPENING = pattern(
    r"(?P<drafted_by>DRAFTED BY)|(?P<approved_by>APPROVED BY)"
    r"|(?P<cleared_by>CLEARED BY|CLEARANCES?\b)",
    re.IGNORECASE,
)


def opening(text: str) -> re.Match[str] | None:
    """Match the beginning of such a line."""
    return _OPENING.match(text) if text[:1].upper() in _INITIALS else None


class Drafting:
    """The block of the heading while it is read."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._lines: dict[str, list[Line]] = {}
        self._open: str | None = None

    def take(self, line: Line) -> bool:
        """Whether the line begins or continues the block."""
        found = opening(line.text)
        if found:
            self._open = found.lastgroup
        elif self._open == "approved_by":
            self._open = "cleared_by"
        if self._open is None:
            return False
        self._lines.setdefault(self._open, []).append(line)
        return True

    def close(self) -> None:
        """Close the block, as another part of the heading begins."""
        self._open = None

    def finish(self) -> dict[str, str]:
        """Claim the texts, and return them as printed by the names of the tree's fields."""
        for name, lines in self._lines.items():
            self._account.claim_lines(lines, name)
        return {name: "\n".join(line.text for line in lines) for name, lines in self._lines.items()}
