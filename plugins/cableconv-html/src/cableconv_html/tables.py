"""Telegram tables as tables: which row names the columns, which columns are figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from cableconv.cable import Table

from cableconv_html.markup import NOTHING, Markup, element, joined, some

_FIGURE = re.compile(r"[-+(]?[$€£]?\s?\d[\d,. ]*\s?(?:%|percent)?\)?|-+|n/?a", re.IGNORECASE)
_YEAR = re.compile(r"(?:FY ?|CY ?)?(?:19|20)\d\d(?:[-/](?:\d\d){1,2})?", re.IGNORECASE)

Row = tuple[str, ...]


def telegram_table(table: Table, number: int) -> Markup:
    """The table in a frame that scrolls sideways, so that a wide one never widens the page."""
    columns = list(zip_longest(*table.rows, fillvalue=""))
    if not columns:
        return some("pre", table.text)
    rows = list(zip(*columns, strict=True))
    leads = _has_heading(columns)
    caption = element("caption", f"Table {number}")
    figures = [_holds_figures(column[leads:]) for column in columns]
    head = element("thead", _heading(rows[0], figures)) if leads else NOTHING
    body = element("tbody", joined((_row(row, figures) for row in rows[leads:]), "\n"))
    return element(
        "div",
        element("table", caption, head, body),
        class_="wide",
        tabindex=0,
        role="group",
        aria_label=f"Table {number}",
    )


def _has_heading(columns: Sequence[Row]) -> bool:
    """Whether the first row names the columns: it holds no figures, and the rest does."""
    names = [column[0] for column in columns]
    if not any(names) or any(_is_figure(name) and not _YEAR.fullmatch(name) for name in names):
        return False
    return any(_is_figure(cell) for column in columns for cell in column[1:])


def _holds_figures(cells: Row) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(map(_is_figure, filled))


def _is_figure(cell: str) -> bool:
    return _FIGURE.fullmatch(cell) is not None


def _heading(names: Row, figures: Sequence[bool]) -> Markup:
    cells = (
        element("th", name, scope="col", class_="figure" if is_figure else None)
        for name, is_figure in zip(names, figures, strict=True)
    )
    return element("tr", joined(cells, " "))


def _row(cells: Row, figures: Sequence[bool]) -> Markup:
    """A row is named by its first cell, where that is no figure."""
    named = not figures[0] and len(cells) > 1 and cells[0] != ""
    first = element("th", cells[0], scope="row") if named else _cell(cells[0], figures[0])
    rest = zip(cells[1:], figures[1:], strict=True)
    return element("tr", joined((first, *(_cell(cell, figure) for cell, figure in rest)), " "))


def _cell(words: str, is_figure: bool) -> Markup:
    return element("td", words, class_="figure" if is_figure else None)
