"""Built-in plugins pass the conformance checks for plugins."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import cableconv
from cableconv.plugins import PluginHost, builtin
from cableconv.plugins.kinds import READERS
from cableconv.testing import (
    assert_collector_conforms,
    assert_exporter_conforms,
    assert_reader_conforms,
    assert_transform_conforms,
    usual_cable,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
OWN = {
    "records": "forms/cables.csv",
    "markdown": "cables/markdown-scrape.md",
    "mail": "forms/message.eml",
    "nara": "forms/nara-record.txt",
    "plusd": "forms/plusd-page.txt",
    "smart": "forms/smart-form.md",
    "telegram": "cables/plain.txt",
    "tei": "forms/frus1974-76v98.xml",
    "warc": "forms/saved-site.warc",
    "wikileaks": "forms/wikileaks-page.html",
    "wikisource": "forms/wikisource-page.wiki",
}
"""An example of each form that the project does not write itself."""


def own_content(reader: str) -> bytes | str:
    """Return content for that reader."""
    if reader in OWN:
        return (EXAMPLES / OWN[reader]).read_bytes()
    return cableconv.export(usual_cable(), to=reader)


@pytest.mark.parametrize("module", sorted(set(builtin.EXPORTERS.values())))
def test_a_built_in_format_conforms(module: str) -> None:
    assert_exporter_conforms(import_module(module))


@pytest.mark.parametrize("module", sorted(set(builtin.COLLECTORS.values())))
def test_a_built_in_format_of_many_cables_conforms(module: str) -> None:
    assert_collector_conforms(import_module(module))


@pytest.mark.parametrize("module", sorted(set(builtin.TRANSFORMS.values())))
def test_a_built_in_transform_conforms(module: str) -> None:
    assert_transform_conforms(import_module(module))


@pytest.mark.parametrize("name", [each.name for each in PluginHost(third_party=False).all(READERS)])
def test_a_built_in_reader_conforms(name: str) -> None:
    reader = PluginHost(third_party=False).find(name, READERS)
    assert_reader_conforms(reader, own_content(name))
