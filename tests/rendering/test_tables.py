"""Columns of a telegram's tables: which rows are headings, which cells are numbers."""

from __future__ import annotations

import pytest

from cableconv.cable import Table
from cableconv.rendering.tables import columns_of, has_heading, holds_figures


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


def test_a_row_of_names_above_numbers_is_a_heading() -> None:
    assert has_heading([("Town", "Oslo"), ("FY 2007", "12")])
    assert not has_heading([("Town", "Oslo"), ("Bird", "gull")])
    assert not has_heading([("Oslo", "Bergen"), ("12", "13")])
    assert not has_heading([("", "Oslo"), ("", "12")])
