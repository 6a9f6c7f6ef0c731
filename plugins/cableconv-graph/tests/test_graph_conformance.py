"""The graph formats conform."""

from __future__ import annotations

import pytest
from cableconv.plugins import Collector
from cableconv.testing import assert_collector_conforms

import cableconv_graph


@pytest.mark.parametrize(
    "collector", [cableconv_graph.gexf, cableconv_graph.graphml], ids=lambda each: each.name
)
def test_a_graph_conforms(collector: Collector) -> None:
    assert_collector_conforms(collector)
