"""Installed distributions: found by their entry points, imported when needed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from calling import python_path
from module_imports import names_imported
from site_packages import SitePackages, exporter, reader

import cableconv
from cableconv.input.content import Content
from cableconv.plugins import PluginHost
from cableconv.plugins.kinds import EXPORTERS, READERS

ROOT = Path(__file__).parents[2]
DISTRIBUTION = ROOT / "plugins" / "cableconv-markdown"
DISTRIBUTIONS = sorted(path.parent for path in (ROOT / "plugins").glob("*/pyproject.toml"))
PUBLIC = re.compile(
    r"cableconv|cableconv\.(cable|diagnostics|errors|plugins|telegram|input\.content)"
    r"|cableconv\.rendering(\.\w+)?"
)
CABLE = cableconv.Cable(id="08OSLO17", subject="FOG")


def test_an_installed_format_is_available_in_the_library(site: SitePackages) -> None:
    site.install("acme", exporter("odd", "cable.id * times", options="(Option(name='times'),)"))
    site.install("zeta", exporter("zeta", "cable.subject"))
    assert cableconv.export(CABLE, to="zeta") == "FOG"
    assert cableconv.convert("SUBJECT: FOG\n", to="zeta") == "FOG"


def test_the_format_of_the_plugin_guide_is_a_complete_plugin(site: SitePackages) -> None:
    guide = (ROOT / "docs" / "plugins" / "exporters.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    site.install("guided", next(block for block in blocks if "def encode" in block))
    assert cableconv.export(CABLE, to="tsv", width=5) == "08OSLO17\t-\tFOG  \n"


def test_a_format_has_the_name_of_its_distribution(site: SitePackages) -> None:
    site.install("acme", exporter("odd"), version="2.3")
    plugins = PluginHost()
    assert str(plugins.origin(plugins.find("odd", EXPORTERS))) == "acme 2.3"


def test_built_in_plugins_import_no_installed_plugin(site: SitePackages) -> None:
    site.install("acme", "raise SystemExit")
    plugins = PluginHost()
    plugins.find("docx", EXPORTERS)
    plugins.find("telegram", READERS)
    assert plugins.sniff(Content("UNCLAS OSLO 000017\n")).name == "telegram"
    assert "acme" not in sys.modules
    assert plugins.warnings == []


def test_an_installed_reader_is_tried_if_no_built_in_one_is_sure(site: SitePackages) -> None:
    site.install("acme", reader("odd", sniff="Sniff.SURE if content.head[:1] == '@' else 0"))
    plugins = PluginHost()
    assert plugins.sniff(Content("@cable")).name == "odd"
    assert plugins.sniff(Content("cable")).name == "telegram"


def test_a_files_ending_decides_between_readers_that_are_not_sure(site: SitePackages) -> None:
    code = reader("odd", sniff="Sniff.MAYBE").replace("help=", "endings=('.odd',), help=")
    site.install("acme", code)
    plugins = PluginHost()
    assert plugins.sniff(Content("cable", "a.odd")).name == "odd"
    assert plugins.sniff(Content("cable", "a.txt")).name == "telegram"


def test_two_hosts_are_independent(site: SitePackages) -> None:
    site.install("acme", exporter("odd") + exporter("Bad Name").replace("exporters", "readers"))
    first, second = PluginHost(), PluginHost()
    first.find("odd", EXPORTERS)
    assert first.warnings
    assert second.warnings == []


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with ``plugins/cableconv-markdown``, installed by pip without a network."""
    for tool in ("pip", "hatchling"):
        pytest.importorskip(tool, reason=f"{tool} builds and installs the distribution offline")
    folder = tmp_path_factory.mktemp("installed")
    source = tmp_path_factory.mktemp("source") / DISTRIBUTION.name
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index", "--target", str(folder)]
    shutil.copytree(DISTRIBUTION, source)
    subprocess.run([*pip, *offline, str(source)], check=True, capture_output=True)
    return folder


def test_a_distribution_that_pip_installed_adds_its_format(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = """
import cableconv
cable = cableconv.Cable(id="08OSLO17", subject="FOG *today*")
print(cableconv.export(cable, to="md", front_matter="no"))
from cableconv.plugins.kinds import EXPORTERS
plugins = cableconv.Session().plugins
print(plugins.origin(plugins.find("markdown", EXPORTERS)), plugins.warnings)
"""
    monkeypatch.setenv("PYTHONPATH", python_path(installed))
    said = subprocess.check_output([sys.executable, "-c", code], text=True, cwd=installed)
    assert said.startswith("# FOG \\*today\\*\n\n- **Id:** 08OSLO17\n")
    assert said.endswith("cableconv-markdown 0.1.0 []\n")


@pytest.mark.parametrize("folder", DISTRIBUTIONS, ids=lambda folder: folder.name)
def test_distributions_import_public_names_only(folder: Path) -> None:
    imported = {name for file in (folder / "src").rglob("*.py") for name, _ in names_imported(file)}
    core = {name for name in imported if name.partition(".")[0] == "cableconv"}
    assert core
    assert {name for name in core if not PUBLIC.fullmatch(name)} == set()


@pytest.mark.parametrize("folder", DISTRIBUTIONS, ids=lambda folder: folder.name)
def test_a_distribution_can_be_published_separately(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    assert names >= {"README.md", "LICENSE", "pyproject.toml", "src", "tests"}
    assert "pip install" in (folder / "README.md").read_text(encoding="utf-8")
    tests = "".join(path.read_text(encoding="utf-8") for path in folder.glob("tests/*.py"))
    assert re.search(r"assert_(exporter|collector|reader)_conforms\(", tests)


@pytest.mark.parametrize(
    "name",
    ["test_markdown_conformance.py", pytest.param("test_markdown*.py", marks=pytest.mark.slow)],
)
def test_the_distributions_own_tests_pass(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """By default those of conformance; all of them are also part of this run."""
    monkeypatch.setenv("PYTHONPATH", python_path(installed))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    tests = shutil.copytree(DISTRIBUTION / "tests", tmp_path / "tests").glob(name)
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *map(str, tests)],
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout.decode()
