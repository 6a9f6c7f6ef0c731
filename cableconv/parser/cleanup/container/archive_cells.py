"""An archive's row above a telegram, with its cells in any order, parted or one per line.

A browser copies the table above a cable with tabs, a converter to Markdown writes bars.  Where each
cell has its line, the title of the cable is among them.
"""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.parser.account.account import Account
from cableconv.parser.cleanup.container.archive_rows import ROW, VALUES
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern
from cableconv.vocabulary.archive_dates import iso_date

_LINK = pattern(r"\[([^\[\]]*)\]\([^()\s]*\)|[*`]")
_NAME = pattern(r"(?i)[|\s*]*(?:Reference|Ref|Cable)\b")  # of the first cell
_RULE = frozenset("|-: ")
_PARTING = "\t|"
_DAY = pattern(r"[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:[+-]\d{4} )?\d{4}$")
_HEADER = pattern(r"(?<=[a-z])(?:VZCZC[A-Z]|[ZOPR]{2} R[A-Z]{3}|[ZOPR] (?:[ZOPR] )?\d{6}Z)")
"""A header's first line, joined to the office without a line end."""
_OFFICES = ("Embassy", "Consulate", "Mission", "Secretary", "US ", "USUN", "American")
_FEWEST = 3  # cells
_DEEPEST = 8  # lines above the telegram


def take_archive_cells(lines: Lines, account: Account) -> Lines:
    """Return the lines without such a row and the names of its cells above it."""
    if length := _length_of_catalogue(lines):
        *above, last = lines[:length]
        joined = _HEADER.search(last.text)
        catalogue = [*above, last.head(joined.start()) if joined else last]
        account.mark_furniture(ROW, catalogue)
        account.rows.append(_said(line.text for line in catalogue))
        return [*([last.tail(joined.start())] if joined else []), *lines[length:]]
    for at, line in enumerate(lines[:_DEEPEST]):
        said = _said(_cells(line.text))
        if "id" in said and len(said) > 1:
            first = at - sum(map(_is_above, lines[:at]))
            account.mark_furniture(ROW, lines[first : at + 1])
            account.rows.append(said)
            return [*lines[:first], *lines[at + 1 :]]
    return lines


def _length_of_catalogue(lines: Lines) -> int:
    """Return the number of lines with a value each and one title, from the first on; or 0."""
    if not any(_may_be_id(line.text) for line in lines[:_DEEPEST]):
        return 0
    names: list[str] = []
    for index, line in enumerate(lines[:_DEEPEST]):
        name = _name(line.text) or ("title" if " " in line.text else "")
        if not name or name in names or (index and line.gap):
            break
        names.append(name)
    known = set(names) - {"title"}
    is_whole = "title" in names and "id" in known and len(known) >= _FEWEST
    return len(names) if is_whole and names[-1] != "title" else 0


def _may_be_id(text: str) -> bool:
    """Whether the first characters are an id's, as the patterns are slow."""
    return text[:2].isdecimal() and text[2:3].isupper()


def _said(cells: Iterable[str]) -> dict[str, str]:
    """Return the values by their names; the first date is the cable's own."""
    said: dict[str, str] = {}
    for cell in cells:
        if name := _name(cell):
            said.setdefault(name, iso_date(cell) if name == "date" else cell)
    return said


def _name(cell: str) -> str | None:
    if cell.startswith(_OFFICES):
        return "office"
    if _DAY.match(cell):
        return "date"
    return next((name for name, form in VALUES.items() if form.match(cell)), None)


def _cells(text: str) -> list[str]:
    sign = next((sign for sign in _PARTING if text.count(sign) >= _FEWEST - 1), None)
    return [_LINK.sub(r"\1", cell).strip() for cell in text.split(sign)] if sign else []


def _is_above(line: Line) -> bool:
    """Whether it has the names of the cells, or is the rule below them."""
    if _RULE.issuperset(line.text):
        return True
    return len(_cells(line.text)) >= _FEWEST and _NAME.match(line.text) is not None
