"""Side effects of importing a plugin are reported."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from cableconv.testing import assert_exporter_conforms

PLUGIN = """
from cableconv.plugins import Exporter, hookimpl

{}

def encode(cable):
    return cable.subject or ""

@hookimpl
def cableconv_exporters():
    yield Exporter(name="odd", encode=encode, ending=".odd", help="Odd.")
"""


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import lxml.etree", "importing it loads lxml.etree: do this in the function"),
        ("open(__file__ + '.log', 'w').close()", "importing it has a side effect: open "),
        ("print('ready')", "importing it prints 'ready\\\\n'"),
    ],
)
def test_side_effects_of_an_import_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, says: str
) -> None:
    name = f"noisy_{abs(hash(code))}"
    (tmp_path / f"{name}.py").write_text(PLUGIN.format(code), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(AssertionError, match=says):
        assert_exporter_conforms(importlib.import_module(name))
