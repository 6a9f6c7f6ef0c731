"""The samples are trees, from empty ones to one with every field."""

from __future__ import annotations

import msgspec
import pytest

from cableconv.cable import Cable
from cableconv.errors import PluginError
from cableconv.plugins import Exporter
from cableconv.plugins.kinds import EXPORTERS
from cableconv.schema.faults import fault
from cableconv.testing import isolated_session, nasty_trees, sample_trees
from cableconv.testing.full_trees import full_tree
from cableconv.tree_values import count_values


@pytest.mark.parametrize("name", sample_trees())
def test_a_sample_is_a_tree_that_can_be_written(name: str) -> None:
    cable = sample_trees()[name]
    assert fault(cable) is None
    assert Cable.from_dict(cable.to_dict()) == cable


def test_some_sample_has_a_value_in_every_field() -> None:
    counts = count_values(Cable.from_dict(full_tree(0)))
    names = {field.name for field in msgspec.structs.fields(Cable)}
    assert names <= {path.split(".")[0] for path in counts}


def test_adversarial_cables_are_among_the_samples() -> None:
    assert nasty_trees().items() <= sample_trees().items()
    assert next(iter(sample_trees())) == "nothing at all"


def test_an_isolated_host_has_built_in_plugins_and_the_given_one() -> None:
    odd = Exporter(name="odd", encode=repr, ending=".odd", help="Odd.")
    host = isolated_session(odd).plugins
    assert host.encode(host.find("odd", EXPORTERS), Cable()) == repr(Cable())
    assert [each.name for each in host.all(EXPORTERS)] == ["docx", "json", "text", "xml", "odd"]


def test_an_isolated_host_reports_faults_of_a_plugin() -> None:
    class Empty:
        pass

    with pytest.raises(PluginError, match="plugin Empty under test: implements no hook"):
        isolated_session(Empty())
