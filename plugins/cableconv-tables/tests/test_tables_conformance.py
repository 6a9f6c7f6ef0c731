"""The tables conform."""

from __future__ import annotations

import pytest
from cableconv.plugins import Collector
from cableconv.testing import assert_collector_conforms

import cableconv_tables


@pytest.mark.parametrize(
    "collector",
    [cableconv_tables.csv, cableconv_tables.parquet, cableconv_tables.xlsx],
    ids=lambda collector: collector.name,
)
def test_a_table_conforms(collector: Collector) -> None:
    assert_collector_conforms(collector)
