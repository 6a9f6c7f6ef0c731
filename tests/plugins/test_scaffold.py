"""A generated distribution works without changes."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from calling import python_path

from cableconv.cli.group import run
from cableconv.errors import UsageError
from cableconv.plugins.beginnings import KINDS
from cableconv.plugins.scaffold import create

ROOT = Path(__file__).parents[2]
CABLE = ROOT / "examples" / "cables" / "plain.txt"
WITHOUT_OTHER_PLUGINS = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
"""Pytest's: generated tests need none, and loading them takes longer than the tests."""


def test_a_new_distribution_has_all_necessary_files(tmp_path: Path) -> None:
    scaffold = create("my-format", tmp_path)
    assert scaffold.folder == tmp_path / "cableconv-my-format"
    files = (path for path in scaffold.folder.rglob("*") if path.is_file())
    assert sorted(path.relative_to(scaffold.folder).as_posix() for path in files) == [
        "LICENSE",
        "README.md",
        "pyproject.toml",
        "src/cableconv_my_format/__init__.py",
        "tests/test_cableconv_my_format.py",
    ]
    assert create("cableconv-other", tmp_path).folder.name == "cableconv-other"


def test_a_format_takes_fifteen_lines_of_python_and_one_of_toml(tmp_path: Path) -> None:
    folder = create("my-format", tmp_path).folder
    module = (folder / "src" / "cableconv_my_format" / "__init__.py").read_text(encoding="utf-8")
    assert ast.parse(module)
    assert len(module.splitlines()) <= 15
    announced = (folder / "pyproject.toml").read_text(encoding="utf-8").split("cableconv]\n")[1]
    assert announced.splitlines()[0] == 'my-format = "cableconv_my_format"'


@pytest.mark.parametrize("name", ["My-Format", "my format", "../up", "", "7up", "x" * 41])
def test_a_bad_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="is no name for a format: lower-case letters"):
        create(name, tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_name_that_is_built_in_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="word: is built in, and its name cannot be taken"):
        create("word", tmp_path)


def test_an_existing_folder_is_not_changed(tmp_path: Path) -> None:
    (tmp_path / "cableconv-odd").mkdir()
    with pytest.raises(UsageError, match="already exists; choose another name, or --into FOLDER"):
        create("odd", tmp_path)
    assert not list((tmp_path / "cableconv-odd").iterdir())


def test_the_command_line_explains_the_next_steps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plugins", "new", "odd", "--into", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert f"wrote {tmp_path / 'cableconv-odd'}\nnext:\n  pip install -e " in said
    assert "cableconv cable.txt --to odd\n" in said


def test_each_other_kind_passes_its_generated_tests(tmp_path: Path) -> None:
    kinds = [kind for kind in KINDS if kind != "exporter"]
    folders = [create(f"my-{kind}", tmp_path, kind).folder for kind in kinds]
    path = os.pathsep.join(filter(None, [*(str(folder / "src") for folder in folders), *sys.path]))
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *map(str, folders)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path, **WITHOUT_OTHER_PLUGINS},
    )
    assert ended.returncode == 0, ended.stdout
    assert f"{2 * len(kinds)} passed" in ended.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_the_readme_of_each_kind_explains_how_to_try_it(kind: str, tmp_path: Path) -> None:
    scaffold = create("my-own", tmp_path, kind)
    readme = (scaffold.folder / "README.md").read_text(encoding="utf-8")
    assert scaffold.next_steps[1] in readme


def test_built_in_names_of_each_kind_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="redact: is built in"):
        create("redact", tmp_path, "transform")
    assert create("redact", tmp_path, "check")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a generated distribution, and the folder where pip installed it."""
    for tool in ("pip", "hatchling"):
        pytest.importorskip(tool, reason=f"{tool} builds and installs the distribution offline")
    folder = create("my-format", tmp_path_factory.mktemp("begun")).folder
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index", "--target", str(target)]
    subprocess.run([*pip, *offline, str(folder)], check=True, capture_output=True)
    return folder, target


def python(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the distributions installed there."""
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": python_path(installed), **WITHOUT_OTHER_PLUGINS},
    )


def test_a_new_distribution_converts_a_cable(installed: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "plain.my-format"
    call = ("-m", "cableconv", str(CABLE), "--to", "my-format", "-o", str(target))
    ended = python(installed[1], *call)
    assert ended.returncode == 0, ended.stderr
    assert target.read_text(encoding="utf-8").startswith("08REYKJAVIK41\t2008-")


def test_a_new_distribution_passes_its_tests(installed: tuple[Path, Path]) -> None:
    ended = python(installed[1], "-m", "pytest", "-q", str(installed[0] / "tests"))
    assert ended.returncode == 0, ended.stdout
    assert "2 passed" in ended.stdout
