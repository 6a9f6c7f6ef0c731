"""Format and command conform."""

from cableconv.testing import assert_collector_conforms, assert_command_conforms

import cableconv_sqlite


def test_the_format_conforms() -> None:
    assert_collector_conforms(cableconv_sqlite)


def test_the_command_conforms() -> None:
    assert_command_conforms(cableconv_sqlite)
