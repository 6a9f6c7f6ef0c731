"""The database keeps the contract of formats of many cables."""

from cableconv.testing import assert_collector_conforms, assert_command_conforms

import cableconv_sqlite


def test_the_format_keeps_its_promises() -> None:
    assert_collector_conforms(cableconv_sqlite)


def test_the_command_keeps_its_promises() -> None:
    assert_command_conforms(cableconv_sqlite)
