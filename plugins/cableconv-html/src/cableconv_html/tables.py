"""Tables of telegrams as HTML tables: column headings, columns of numbers."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.cable import Table
from cableconv.rendering.tables import Column, columns_of, heading_rows, holds_figures, is_ragged

from cableconv_html.markup import Markup, element, joined, some
from cableconv_html.sheets import tall


def telegram_table(table: Table, number: int) -> Markup:
    """Return the table in a frame that scrolls sideways, so that it never widens the page."""
    columns = columns_of(table)
    if not columns or is_ragged(table):
        return some("pre", table.text, class_=tall(table))
    rows = list(zip(*columns, strict=True))
    leads = heading_rows(columns)
    caption = element("caption", f"Table {number}")
    figures = [holds_figures(column[leads:]) for column in columns]
    head = some("thead", joined((_heading(row, figures) for row in rows[:leads]), "\n"))
    body = element("tbody", joined((_row(row, figures) for row in rows[leads:]), "\n"))
    return element(
        "div",
        element("table", caption, head, body),
        class_=" ".join(filter(None, ("wide", tall(table)))),
        tabindex=0,
        role="group",
        aria_label=f"Table {number}",
    )


def _heading(names: Column, figures: Sequence[bool]) -> Markup:
    cells = (
        element("th", name, scope="col", class_="figure" if is_figure else None)
        for name, is_figure in zip(names, figures, strict=True)
    )
    return element("tr", joined(cells, " "))


def _row(cells: Column, figures: Sequence[bool]) -> Markup:
    """Return a row; its first cell is its heading, unless it is a number."""
    named = not figures[0] and len(cells) > 1 and cells[0] != ""
    first = element("th", cells[0], scope="row") if named else _cell(cells[0], figures[0])
    rest = zip(cells[1:], figures[1:], strict=True)
    return element("tr", joined((first, *(_cell(cell, figure) for cell, figure in rest)), " "))


def _cell(words: str, is_figure: bool) -> Markup:
    return element("td", words, class_="figure" if is_figure else None)
