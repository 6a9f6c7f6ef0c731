"""An archive's row above a telegram, with tabs or bars between its cells, in any order.

A browser copies the table above a cable with tabs, a converter to Markdown writes bars.
"""

from __future__ import annotations

from cableconv.parser.account.account import Account
from cableconv.parser.cleanup.archive_rows import ROW, VALUES
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern
from cableconv.vocabulary.archive_dates import iso_date

_LINK = pattern(r"\[([^\[\]]*)\]\([^()\s]*\)|[*`]")
_NAME = pattern(r"(?i)[|\s*]*(?:Reference|Ref|Cable)\b")  # of the first cell
_RULE = frozenset("|-: ")
_PARTING = "\t|"
_OFFICES = ("Embassy", "Consulate", "Mission", "Secretary", "US ", "USUN", "American")
_FEWEST = 3  # cells
_DEEPEST = 8  # lines above the telegram


def take_archive_cells(lines: Lines, account: Account) -> Lines:
    """Return the lines without such a row and the names of its cells above it."""
    for at, line in enumerate(lines[:_DEEPEST]):
        if (said := _values(line.text)) and "id" in said and len(said) > 1:
            first = at - sum(map(_is_above, lines[:at]))
            account.mark_furniture(ROW, lines[first : at + 1])
            account.rows.append(said)
            return [*lines[:first], *lines[at + 1 :]]
    return lines


def _values(text: str) -> dict[str, str]:
    """Return the row's values by name; the first date is the cable's own."""
    said: dict[str, str] = {}
    for cell in _cells(text):
        name = next((name for name, form in VALUES.items() if form.match(cell)), None)
        if name is None and cell.startswith(_OFFICES):
            name = "office"
        if name:
            said.setdefault(name, iso_date(cell) if name == "date" else cell)
    return said


def _cells(text: str) -> list[str]:
    sign = next((sign for sign in _PARTING if text.count(sign) >= _FEWEST - 1), None)
    return [_LINK.sub(r"\1", cell).strip() for cell in text.split(sign)] if sign else []


def _is_above(line: Line) -> bool:
    """Whether it has the names of the cells, or is the rule below them."""
    if _RULE.issuperset(line.text):
        return True
    return len(_cells(line.text)) >= _FEWEST and _NAME.match(line.text) is not None
