"""Tests of cables as a pandas data frame."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import cableconv
from cableconv.cable import Cable
from cableconv.errors import UsageError
from cableconv.rendering.columns import COLUMNS, Kind
from cableconv.testing import sample_trees

pytestmark = pytest.mark.usefixtures("pd")
CABLES = Path(__file__).parents[1] / "examples" / "cables"


@pytest.fixture(scope="module")
def pd() -> Any:
    """Return pandas; its import takes a second, which only these tests need."""
    return pytest.importorskip("pandas")


def test_a_cable_is_a_row_with_the_columns_of_the_tables(pd: Any) -> None:
    cables = list(cableconv.read(CABLES))
    found = cableconv.frame(iter(cables))
    assert list(found) == [column.name for column in COLUMNS]
    assert found.key.tolist() == [cable.key or pd.NA for cable in cables]


def test_values_have_types(pd: Any) -> None:
    found = cableconv.frame([cableconv.parse(CABLES / "three-pages.txt")])
    assert found.date[0] == pd.Timestamp("2008-03-12T16:42", tz="UTC")
    assert found.date.dt.year[0] == found.year[0] == 2008
    assert found.cited_ids.explode().tolist()[0] == "08REYKJAVIK41"
    assert found.subject.str.len()[0] > 0


@pytest.mark.parametrize("cables", [[], [Cable()], list(sample_trees().values())])
def test_the_types_are_the_same_whatever_is_known(cables: list[Cable]) -> None:
    types = cableconv.frame(cables).dtypes.astype(str)
    kinds = {column.name: column.kind for column in COLUMNS}
    expected = {Kind.TEXT: "string", Kind.NUMBER: "Int64", Kind.DAY: "datetime64[us]"}
    expected |= {Kind.MOMENT: "datetime64[us, UTC]", Kind.LIST: "object"}
    assert {name: types[name] for name in kinds} == {n: expected[k] for n, k in kinds.items()}


def test_a_missing_date_is_empty() -> None:
    found = cableconv.frame([Cable(date="soon"), Cable(date="1066-10-14T09:00:00Z")])
    assert found.date.isna().tolist() == [True, False]


def test_without_pandas_the_error_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"cableconv\[pandas\]', in a checkout: pip install '\.\["):
        cableconv.frame([])
