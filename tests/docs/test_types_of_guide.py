"""Type checkers accept the guide's examples, and refuse wrong plugins and programs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = sorted((ROOT / "docs" / "plugins").glob("*.md"))
CODE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLUGIN = """\
from cableconv.cable import AnyBlock, Cable
from cableconv.plugins import Exporter

def encode(cable: Cable) -> str:
    return cable.text

def numbers(block: AnyBlock) -> int | None:
    return block.number if block.type == "paragraph" else None

exporter = Exporter(name="words", help="Words.", encode=encode, ending=".words")
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("mypy") is None, reason="mypy is not installed"),
]


def checked(folder: Path, source: str) -> str:
    """Return the messages of ``mypy --strict`` about a module; all share what it has cached."""
    (folder / "plugin.py").write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "plugin.py"]
    command += ["--cache-dir", str(folder.parent / "mypy")]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout


def test_a_plugin_is_accepted(tmp_path: Path) -> None:
    assert checked(tmp_path, PLUGIN) == ""


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.stem)
def test_the_examples_of_the_guide_are_accepted(tmp_path: Path, page: Path) -> None:
    complete = (code for code in CODE.findall(page.read_text("utf-8")) if "@hookimpl" in code)
    for code in complete:
        assert checked(tmp_path, code) == ""


def refused_by_pyright(folder: Path, *sources: str) -> list[bool]:
    """Return for each module whether pyright finds an error in it."""
    pytest.importorskip("pyright", reason="pyright is not installed")
    for number, source in enumerate(sources):
        (folder / f"plugin_{number}.py").write_text(source, encoding="utf-8")
    pyright = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    said = subprocess.run([*pyright, "."], cwd=folder, capture_output=True, text=True).stdout
    if not said.startswith("{"):
        pytest.skip("pyright cannot run here")
    found = {
        Path(each["file"]).stem
        for each in json.loads(said)["generalDiagnostics"]
        if each["severity"] == "error"
    }
    return [f"plugin_{number}" in found for number in range(len(sources))]


def test_pyright_accepts_the_guide_too(tmp_path: Path) -> None:
    codes = [code for page in GUIDE for code in CODE.findall(page.read_text("utf-8"))]
    complete = [code for code in codes if "@hookimpl" in code]
    assert refused_by_pyright(tmp_path, PLUGIN, *complete) == [False] * (len(complete) + 1)


def test_pyright_refuses_wrong_plugins(tmp_path: Path) -> None:
    wrong = (
        PLUGIN.replace("(cable: Cable) -> str", "(cable: str) -> str"),
        PLUGIN.replace(' if block.type == "paragraph" else None', ""),
        PLUGIN.replace('ending=".words"', 'ending=".words", binry=True'),
    )
    assert refused_by_pyright(tmp_path, *wrong) == [True] * len(wrong)


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("(cable: Cable) -> str", "(cable: str) -> str", 'Argument "encode" to "Exporter" has'),
        (' if block.type == "paragraph" else None', "", 'has no attribute "number"'),
        ('ending=".words"', 'ending=".words", binry=True', 'Unexpected keyword argument "binry"'),
        ('== "paragraph"', '== "paragraf"', "Non-overlapping equality check"),
    ],
)
def test_wrong_types_are_refused(tmp_path: Path, right: str, wrong: str, says: str) -> None:
    assert right in PLUGIN
    assert says in checked(tmp_path, PLUGIN.replace(right, wrong))
