"""Testing tools for plugin authors: sample cables, and checks of the plugin contract.

    from cableconv.testing import assert_exporter_conforms

    def test_the_format_conforms() -> None:
        assert_exporter_conforms(my_plugin)

For tests only; the product never imports it.  ``cableconv.testing.fixtures`` provides the same as
pytest fixtures.
"""

from __future__ import annotations

from cableconv.testing.conformance import (
    assert_check_conforms,
    assert_collector_conforms,
    assert_command_conforms,
    assert_exporter_conforms,
    assert_reader_conforms,
    assert_transform_conforms,
)
from cableconv.testing.isolation import isolated_session
from cableconv.testing.leaks import leaks
from cableconv.testing.removal import assert_transform_removes
from cableconv.testing.sample_trees import nasty_trees, sample_trees, telling_trees, usual_cable

__all__ = [
    "assert_check_conforms",
    "assert_collector_conforms",
    "assert_command_conforms",
    "assert_exporter_conforms",
    "assert_reader_conforms",
    "assert_transform_conforms",
    "assert_transform_removes",
    "isolated_session",
    "leaks",
    "nasty_trees",
    "sample_trees",
    "telling_trees",
    "usual_cable",
]
