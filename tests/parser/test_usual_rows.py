"""The cells of tables whose rows do not show the same columns."""

from __future__ import annotations

import pytest

from cableconv.parser.body.tables.usual_rows import rows_by_usual_ones

FULL = [
    "Oslo          Ida Wray     harbor",
    "Tallinn       Otto Pell    customs",
    "Valletta      Ada Brandt   tides",
]
CELLS = [
    ("Oslo", "Ida Wray", "harbor"),
    ("Tallinn", "Otto Pell", "customs"),
    ("Valletta", "Ada Brandt", "tides"),
]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Town          Keeper       Office", ("Town", "Keeper", "Office")),
        ("              Keeper       Office", ("", "Keeper", "Office")),
        ("                           Office", ("", "", "Office")),
        ("Town                       Office", ("Town", "", "Office")),
        ("              Keepers and offices", ("", "Keepers and offices", "")),
        ("        Names              Office", ("Names", "", "Office")),  # nearest to the towns
        ("                A  B", ("A", "B")),  # both above the keepers
        ("Names of towns and keepers Office", ("Names of towns and keepers Office", "", "")),
        ("Names of towns, keepers    Office", ("Names of towns, keepers", "", "Office")),
        ("                   Keepers' offices", ("", "Keepers' offices", "")),  # from a middle on
        ("a  b  c  d  e", ("a", "b", "c", "d", "e")),
        ("", ("", "", "")),
    ],
)
def test_names_above_the_rows_are_put_in_their_columns(row: str, cells: tuple[str, ...]) -> None:
    assert list(rows_by_usual_ones([row, *FULL])) == [cells, *CELLS]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Gozo          Max Lund", ("Gozo", "Max Lund", "")),
        ("Gozo", ("Gozo", "", "")),
        ("Gozo                       tides", ("Gozo", "", "tides")),
        ("Gozo and Malta", ("Gozo and Malta", "", "")),  # up to the next column
        ("Gozo and the rest of it    tides", ("Gozo and the rest of it", "", "tides")),
        ("Gozo          Maximilian Lu", ("Gozo", "Maximilian Lu", "")),
        ("Gozo          Maximilian Lundberg", ("Gozo", "Maximilian Lundberg", "")),
        ("Gozo and Comino and Malta itself", ("Gozo and Comino and Malta itself", "", "")),
        ("Gozo, Malta Max Lund       tides", ("Gozo, Malta Max Lund", "", "tides")),
        ("      Gozo and Comino itself", ("Gozo and Comino itself", "", "")),
        ("              Max  Lund", ("", "Max  Lund", "")),
        ("Gozo and  Maximilian Lundberg", ("Gozo and", "Maximilian Lundberg", "")),
    ],
)
def test_cells_below_full_rows_are_cut_where_columns_meet(row: str, cells: tuple[str, ...]) -> None:
    assert list(rows_by_usual_ones([*FULL, row])) == [*CELLS, cells]


def test_the_rows_with_the_usual_number_of_cells_show_the_columns() -> None:
    stray = "a    b    c    d    e    f    g"
    short = "Gozo          Max Lund"
    assert list(rows_by_usual_ones([stray, *FULL, short]))[-1] == ("Gozo", "Max Lund", "")


def test_two_full_rows_show_the_columns() -> None:
    assert list(rows_by_usual_ones([*FULL[:2], "Gozo                       tides"])) == [
        *CELLS[:2],
        ("Gozo", "", "tides"),
    ]


def test_a_third_of_the_rows_show_the_columns_of_all() -> None:
    short = "Gozo                       tides"
    assert list(rows_by_usual_ones([*FULL[:2], *[short] * 4])) == [
        *CELLS[:2],
        *[("Gozo", "", "tides")] * 4,
    ]


def test_one_full_row_shows_no_columns() -> None:
    assert list(rows_by_usual_ones(["Town    Keepers", "Oslo    Ida    3"])) == [
        ("Town", "Keepers"),
        ("Oslo", "Ida", "3"),
    ]


def test_figures_with_one_blank_between_are_cells() -> None:
    texts = ["Oslo      12    14    16", "Tallinn   7     9     11", "Valletta  104 3    2"]
    assert list(rows_by_usual_ones(texts))[-1] == ("Valletta", "104", "3", "2")


def test_no_rows_have_no_cells() -> None:
    assert list(rows_by_usual_ones([])) == []
