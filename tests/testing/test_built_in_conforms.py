"""What is built in keeps the contract that plugins are held to."""

from __future__ import annotations

from importlib import import_module

import pytest

from cableconv.plugins import builtin
from cableconv.testing import assert_collector_conforms, assert_exporter_conforms


@pytest.mark.parametrize("module", sorted(set(builtin.EXPORTERS.values())))
def test_a_built_in_format_conforms(module: str) -> None:
    assert_exporter_conforms(import_module(module))


@pytest.mark.parametrize("module", sorted(set(builtin.COLLECTORS.values())))
def test_a_built_in_format_of_many_cables_conforms(module: str) -> None:
    assert_collector_conforms(import_module(module))
