"""Cells of a spreadsheet: one text each, with nothing in it that a spreadsheet takes amiss."""

from __future__ import annotations

import re

from cableconv.rendering.characters import allowed
from cableconv.rendering.columns import Value

BETWEEN = "; "
"""What stands between the values of a list in one cell."""

LONGEST = 32_767
"""Characters in a cell of Excel, in units of UTF-16."""

CUT = "\N{HORIZONTAL ELLIPSIS}"
"""What a text that was cut ends with."""

# OWASP, CSV Injection. An apostrophe before such a beginning is doubled, so that taking one
# away always gives the value back.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def flat(value: Value) -> str | int | None:
    """A list as one text; of texts only what XML, and so a spreadsheet, may hold."""
    if isinstance(value, tuple):
        value = BETWEEN.join(value)
    return allowed(value) if isinstance(value, str) else value


def guarded(text: str) -> str:
    """The text with an apostrophe before it, where a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that was guarded."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def is_too_long(text: str) -> bool:
    """Whether a cell of Excel cannot hold all of it."""
    return len(_units(text)) > 2 * LONGEST


def cut(text: str) -> str:
    """The text, or as much of it as a cell of Excel holds, and a mark that there was more."""
    if not is_too_long(text):
        return text
    kept = _units(text)[: 2 * (LONGEST - len(CUT))]
    return kept.decode("utf-16-le", "ignore") + CUT


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
