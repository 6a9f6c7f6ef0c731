"""Commands that must start fast load few modules."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from calling import python_path

from cableconv.version import __version__

NAMES = {f"plugin{number}" for number in range(5)}
PLAIN = "UNCLAS SUVA 000001\n\nSUBJECT: GEESE\n\n1. (U) None.\n"
LOADED = """
import atexit, json, sys
atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))
from cableconv.__main__ import main
main()
"""


COMPILED = """
import atexit, json, re, sys
from types import SimpleNamespace
from cableconv import patterns
compiled = []
def compile(expression, flags):
    compiled.append(expression)
    return re.compile(expression, flags)
patterns.re = SimpleNamespace(Pattern=re.Pattern, compile=compile)
atexit.register(lambda: print(json.dumps(compiled), file=sys.stderr))
from cableconv.__main__ import main
main()
"""
"""Lists the patterns that a call compiles; their characters are what it costs to compile them."""
EXAMPLES = Path(__file__).parents[2] / "examples" / "cables"


def loaded(*arguments: str, plugins: Path | None = None) -> tuple[str, set[str]]:
    """Return what a call prints, and the modules that it loads, with the plugins in a folder."""
    path = python_path(*([plugins] if plugins else []))
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": path, "PYTHONUTF8": "1"},
        check=True,
    )
    return ended.stdout, set(json.loads(ended.stderr.splitlines()[-1]))


def test_the_version_loads_little() -> None:
    said, modules = loaded("--version")
    assert said == f"cableconv {__version__}\n"
    assert not {"click", "pluggy", "msgspec", "lxml", "docx", "importlib.metadata"} & modules


@pytest.mark.parametrize("arguments", [["--help"], ["show", "--help"], ["schema", "--help"]])
def test_help_loads_click_only(arguments: list[str]) -> None:
    said, modules = loaded(*arguments)
    assert said.startswith("Usage: cableconv")
    assert not {"pluggy", "msgspec", "lxml", "docx"} & modules


def test_json_loads_neither_lxml_nor_docx(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    _, modules = loaded(str(tmp_path / "a.txt"), "-t", "json", "-q")
    assert not {"lxml", "docx", "cableconv.exporters.xml", "cableconv.exporters.docx"} & modules


def test_json_loads_nothing_for_other_inputs_and_installed_plugins(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    _, modules = loaded(str(tmp_path / "a.txt"), "-t", "json", "-q")
    library = {"csv", "html", "importlib.metadata", "importlib.resources", "pkgutil", "zipfile"}
    parts = ("markup", "page", "records.dialects", "records.texts", "transcription", "visible")
    assert not {*library, *(f"cableconv.readers.{part}" for part in parts)} & modules


@pytest.mark.parametrize(
    ("example", "limit"),
    [("plain.txt", 6_000), ("page-02-1975.txt", 10_000), ("partial-extract.txt", 10_000)],
)
def test_one_file_compiles_short_patterns(example: str, limit: int) -> None:
    file = EXAMPLES / example
    command = [sys.executable, "-c", COMPILED, str(file), "-t", "json", "-o", "-"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    compiled = json.loads(ended.stderr.splitlines()[-1])
    assert sum(map(len, compiled)) < limit, sorted(compiled, key=len)


def test_one_file_is_converted_without_a_pool(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    _, modules = loaded(str(tmp_path / "a.txt"), "-t", "json", "-q")
    assert not {"concurrent.futures", "multiprocessing"} & modules


def test_one_file_loads_nothing_of_larger_runs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    _, modules = loaded(str(tmp_path / "a.txt"), "--to", "json")
    library = {"difflib", "pickle", "secrets", "shutil", "tempfile", "traceback"}
    parts = ("appending", "duplicates", "joining", "portions", "questions", "resume", "spool")
    assert not {*library, *(f"cableconv.corpus.{part}" for part in parts)} & modules
    assert not {"cableconv.query", "cableconv.stats"} & modules


def test_installed_plugins_load_nothing_for_the_version(tmp_path: Path) -> None:
    assert loaded("--version", plugins=installed(tmp_path)) == loaded("--version")


def test_installed_plugins_are_not_imported_for_a_built_in_format(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    _, modules = loaded(str(tmp_path / "a.txt"), "-t", "json", "-q", plugins=installed(tmp_path))
    assert "cableconv.exporters.json" in modules
    assert not NAMES & modules


def installed(folder: Path) -> Path:
    """Return the folder with five distributions; each adds an empty module to the entry points."""
    for name in NAMES:
        (folder / f"{name}.py").touch()
        metadata = folder / f"{name}-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (metadata / "entry_points.txt").write_text(f"[cableconv]\n{name} = {name}\n")
    return folder
