"""Cells of a spreadsheet: one text each, safe for spreadsheet programs."""

from __future__ import annotations

import re

from cableconv.rendering.characters import allowed
from cableconv.rendering.columns import Value

BETWEEN = "; "
"""The separator of a list's values in one cell."""

LONGEST = 32_767
"""Characters in a cell of Excel, in units of UTF-16."""

CUT = "\N{HORIZONTAL ELLIPSIS}"
"""The mark at the end of a cut text."""

# OWASP, CSV Injection.  An apostrophe before such a beginning is doubled, so that removing one
# always restores the value.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def flat(value: Value) -> str | int | None:
    """Return a list as one text; drop from texts what XML, and so a spreadsheet, forbids."""
    if isinstance(value, tuple):
        value = BETWEEN.join(value)
    return allowed(value) if isinstance(value, str) else value


def guarded(text: str) -> str:
    """Return the text, with an apostrophe before it if a spreadsheet would read it as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that was guarded."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def is_too_long(text: str) -> bool:
    """Whether it is too long for a cell of Excel."""
    return len(_units(text)) > 2 * LONGEST


def cut(text: str) -> str:
    """Return the text, or the part that fits in a cell of Excel, with a mark."""
    if not is_too_long(text):
        return text
    kept = _units(text)[: 2 * (LONGEST - len(CUT))]
    return kept.decode("utf-16-le", "ignore") + CUT


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
