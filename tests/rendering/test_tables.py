"""Columns of a telegram's tables: which rows are headings, which cells are numbers."""

from __future__ import annotations

import pytest

from cableconv.cable import Table
from cableconv.rendering.tables import columns_of, heading_rows, holds_figures


def test_a_short_row_has_empty_cells() -> None:
    table = Table(rows=(("Gulls", "2007"), ("Oslo",)), text="")
    assert columns_of(table) == [("Gulls", "Oslo"), ("2007", "")]
    assert columns_of(Table(rows=(), text="no cell is known")) == []


@pytest.mark.parametrize(
    "cell", ["12", "-3.5", ".3", "-.5", "$1,200", "(40)", "7 %", "12 percent", "n/a", "--"]
)
def test_amounts_shares_and_gaps_are_numbers(cell: str) -> None:
    assert holds_figures(["", cell])


def test_words_and_empty_cells_are_not_numbers() -> None:
    assert not holds_figures(["12", "some"])
    assert not holds_figures(["", ""])


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ([("Town", "Oslo"), ("FY 2007", "12")], 1),
        ([("Town", "Oslo"), ("Bird", "gull")], 0),
        ([("Oslo", "Bergen"), ("12", "13")], 0),
        ([("", "Oslo"), ("", "12")], 0),
        ([("Town", "", "Oslo"), ("Gulls", "(average)", "12"), ("Terns", "(KM)", "7")], 2),
        ([("", "class", "1142", "1148"), ("FY 2005", "Plan", "", "12")], 2),
        ([("Town", "North", "Oslo"), ("Gulls", "", "12")], 1),
        ([("Hour", "dawn", "noon"), ("Bird", "gull", "12 terns"), ("Seen", "some", "3")], 1),
        ([("Hour", "dawn", "noon"), ("Bird", "gull", "tern"), ("Seen", "", "n/a")], 2),
        ([("Hour", "dawn", "noon", "dusk"), ("Seen", "some", "3", "none")], 1),
        ([("Town", "a", "b", "c", "d", "e"), ("Gulls", "f", "g", "h", "i", "7")], 1),
        ([], 0),
        ([("Heard:", "Unheard:", "Sold:"), ("1 (by a keeper)", "2", "3")], 0),
        ([("Horn", "Fort"), ("2007 (estimate)", "2")], 1),
    ],
)
def test_rows_of_names_above_numbers_are_a_heading(
    columns: list[tuple[str, ...]], rows: int
) -> None:
    assert heading_rows(columns) == rows
