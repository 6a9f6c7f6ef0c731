"""``schema``: the shipped schemas, as they are."""

from __future__ import annotations

import pytest
from calling import Call

from cableconv import schema
from cableconv.cli.exit_codes import ExitCode


@pytest.mark.parametrize(
    ("name", "text"), [("json", schema.json_schema()), ("xml", schema.relax_ng())]
)
def test_a_schema_is_printed_as_it_ships(call: Call, name: str, text: str) -> None:
    assert call("schema", name) == (ExitCode.OK, text, "")


def test_another_schema_is_a_wrong_call(call: Call) -> None:
    assert call("schema", "yaml").code == ExitCode.USAGE
