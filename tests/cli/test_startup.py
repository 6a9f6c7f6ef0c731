"""What starts fast must load little."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest
from calling import python_path

from cableconv.version import __version__

LOADED = """
import atexit, json, sys
atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))
from cableconv.__main__ import main
main()
"""


def loaded(*arguments: str) -> tuple[str, set[str]]:
    """What a call says, and the modules that it took."""
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": python_path(), "PYTHONUTF8": "1"},
        check=True,
    )
    return ended.stdout, set(json.loads(ended.stderr.splitlines()[-1]))


def test_the_version_takes_next_to_nothing():
    said, modules = loaded("--version")
    assert said == f"cableconv {__version__}\n"
    assert not {"click", "pluggy", "msgspec", "lxml", "docx", "importlib.metadata"} & modules


@pytest.mark.parametrize("arguments", [["--help"], ["show", "--help"], ["schema", "--help"]])
def test_help_needs_click_only(arguments):
    said, modules = loaded(*arguments)
    assert said.startswith("Usage: cableconv")
    assert not {"pluggy", "msgspec", "lxml", "docx"} & modules


def test_json_needs_neither_lxml_nor_docx(tmp_path):
    (tmp_path / "a.txt").write_text("UNCLAS SUVA 000001\n\nSUBJECT: GEESE\n\n1. (U) None.\n")
    _, modules = loaded(str(tmp_path / "a.txt"), "-t", "json", "-q")
    assert not {"lxml", "docx", "cableconv.exporters.xml", "cableconv.exporters.docx"} & modules


def test_five_installed_plugins_cost_the_version_next_to_nothing(tmp_path):
    for number in range(5):
        metadata = tmp_path / f"p{number}-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: p{number}\nVersion: 1.0\n"
        )
        (metadata / "entry_points.txt").write_text(f"[cableconv]\np{number} = lxml.etree\n")
    without, with_five = python_path(), python_path(tmp_path)
    seconds = [(version_takes(without), version_takes(with_five)) for _ in range(15)]
    assert min(five for _, five in seconds) - min(none for none, _ in seconds) < 0.005


def version_takes(path: str) -> float:
    """Seconds that ``cableconv --version`` takes with that path."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "cableconv", "--version"]
    subprocess.run(command, env={"PYTHONPATH": path}, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started
