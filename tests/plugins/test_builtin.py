"""Built-in plugins: known by name without an import, and equal to the modules' descriptors."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from typing import get_args

import pytest

from cableconv.errors import UnknownFormatError
from cableconv.plugins import PluginHost, builtin
from cableconv.plugins.discovery import BUILT_IN
from cableconv.plugins.kinds import EXPORTERS, READERS
from cableconv.session import BinaryFormat, TextFormat


def announced(modules: set[str], hook: str) -> dict[str, str]:
    """Map the names and aliases from the modules' hooks to the modules."""
    return {
        name: module
        for module in modules
        for offer in getattr(import_module(module), hook)()
        for name in (offer.name, *offer.aliases)
    }


def test_the_table_of_exporters_agrees_with_the_modules() -> None:
    modules = set(builtin.EXPORTERS.values())
    assert announced(modules, "cableconv_exporters") == builtin.EXPORTERS


def test_the_table_of_readers_agrees_with_the_modules() -> None:
    modules = set(builtin.READERS.values())
    assert announced(modules, "cableconv_readers") == builtin.READERS


def test_the_tables_of_collectors_and_transforms_agree_with_the_modules() -> None:
    for table, hook in (
        (builtin.COLLECTORS, "cableconv_collectors"),
        (builtin.TRANSFORMS, "cableconv_transforms"),
    ):
        assert announced(set(table.values()), hook) == table


def test_every_built_in_plugin_is_valid() -> None:
    plugins = PluginHost(third_party=False)
    assert [exporter.name for exporter in plugins.all(EXPORTERS)] == ["docx", "json", "text", "xml"]
    readers = [reader.name for reader in plugins.all(READERS)]
    assert {"markdown", "telegram"} <= set(readers)
    assert readers[-1] == "telegram", "whoever knows a container is asked first"
    assert {plugins.origin(exporter) for exporter in plugins.all(EXPORTERS)} == {BUILT_IN}
    assert plugins.warnings == []


def test_types_distinguish_text_formats_from_binary_ones() -> None:
    plugins = PluginHost(third_party=False)
    for name in builtin.EXPORTERS:
        kind = BinaryFormat if plugins.find(name, EXPORTERS).binary else TextFormat
        assert name in get_args(kind)


def test_names_are_accepted_in_any_case_and_by_alias() -> None:
    plugins = PluginHost(third_party=False)
    assert plugins.find("DOCX", EXPORTERS) is plugins.find("word", EXPORTERS)
    assert plugins.find("md", READERS).name == "markdown"


def test_a_built_in_format_loads_neither_metadata_nor_other_formats() -> None:
    code = """
import sys
from cableconv.plugins import PluginHost
from cableconv.plugins.kinds import EXPORTERS
PluginHost().find("json", EXPORTERS)
print(*sys.modules)
"""
    loaded = set(subprocess.check_output([sys.executable, "-c", code], text=True).split())
    assert "cableconv.exporters.json" in loaded
    assert not {"cableconv.exporters.xml", "cableconv.exporters.docx", "lxml", "docx"} & loaded


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("dcox", "did you mean docx"),
        ("pdf", "soffice --headless --convert-to pdf"),
        ("doc", "soffice --headless --convert-to doc"),
        ("html", "pip install cableconv-html"),
        ("markdown", "cableconv-markdown"),
        ("zzz", "Known: docx, json, text, txt, word, xml"),
    ],
)
def test_an_unknown_format_is_answered_with_advice(name: str, way: str) -> None:
    with pytest.raises(UnknownFormatError, match=way):
        PluginHost(third_party=False).find(name, EXPORTERS)


def test_an_unknown_reader_is_answered_with_the_nearest() -> None:
    with pytest.raises(
        UnknownFormatError, match="unknown reader 'telegran'; did you mean telegram"
    ):
        PluginHost(third_party=False).find("telegran", READERS)
