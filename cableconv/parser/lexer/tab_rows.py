"""Rows of tables whose cells are separated by tabs.

Elsewhere a tab is just a blank: scrapes put one where a line was wrapped, headers after a label.
"""

from __future__ import annotations

from cableconv.patterns import pattern

_TABS = pattern(r"\t+")
_FEWEST_ROWS = 2
# three cells and more, so that a label with its value is not a row
_ROW = pattern(r"[ ]*[^\s:][^\t]{0,39}(?:\t+[^\t]{1,40}){2,}\s*$")


def tab_rows(text: str) -> frozenset[int]:
    """Return the offsets of the lines that are such rows, at least two with as many cells."""
    found: set[int] = set()
    rows: list[int] = []
    cells = offset = 0
    for line in text.splitlines(keepends=True):
        number = len(_TABS.split(line.strip())) if "\t" in line and _ROW.match(line) else 0
        if number != cells or not number:
            rows, cells = [], number
        if number:
            rows.append(offset)
            if len(rows) >= _FEWEST_ROWS:
                found.update(rows[-_FEWEST_ROWS:])  # those before were added with them
        offset += len(line)
    return frozenset(found)
