"""Tests of ``schema``."""

from __future__ import annotations

import pytest
from calling import Call

from cableconv import schema
from cableconv.cli.exit_codes import ExitCode


@pytest.mark.parametrize(
    ("name", "text"), [("json", schema.json_schema()), ("xml", schema.relax_ng())]
)
def test_a_schema_is_printed_as_shipped(call: Call, name: str, text: str) -> None:
    assert call("schema", name) == (ExitCode.OK, text, "")


def test_an_unknown_schema_is_a_usage_error(call: Call) -> None:
    assert call("schema", "yaml").code == ExitCode.USAGE
