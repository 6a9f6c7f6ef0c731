"""Fixtures for the command line: a folder with invented cables, calls, and installed plugins."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from calling import EXAMPLES, IMPORTS, Call, Ended, InstallPlugin, Process, python_path

from cableconv.cli.group import run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with ``plain.txt``, ``three-pages.txt`` and
    ``markdown-scrape.md``.
    """
    folder = tmp_path / "here"
    folder.mkdir()
    for name in ("plain.txt", "three-pages.txt", "markdown-scrape.md"):
        shutil.copy(EXAMPLES / name, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "80")
    return folder


@pytest.fixture
def call(here: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Return a function that calls the command line in this process.

    Modules of ``plugins`` are forgotten after the call.
    """

    def call(
        *arguments: str,
        stdin: bytes = b"",
        plugins: Iterable[Path] = (),
        env: Iterable[tuple[str, str]] = (),
    ) -> Ended:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            for folder in plugins:
                patch.syspath_prepend(folder)
                for module in folder.glob("*.py"):
                    patch.delitem(sys.modules, module.stem, raising=False)
            for name, value in env:
                patch.setenv(name, value)
            code = run(arguments)
        for module in (module for folder in plugins for module in folder.glob("*.py")):
            sys.modules.pop(module.stem, None)
        out, err = capsysbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return call


@pytest.fixture
def process(here: Path) -> Process:
    """Return a function that runs the command line in a separate process."""

    def process(
        *arguments: str,
        stdin: bytes = b"",
        plugins: Iterable[Path] = (),
        prelude: str = "",
        env: Iterable[tuple[str, str]] = (),
    ) -> Ended:
        start = f"{prelude}\nfrom cableconv.__main__ import main; main()"
        command = [sys.executable, *(("-c", start) if prelude else ("-m", "cableconv"))]
        ended = subprocess.run(
            [*command, *arguments],
            input=stdin,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": python_path(*plugins), "PYTHONUTF8": "1", **dict(env)},
            check=False,
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return process


@pytest.fixture
def plugin(tmp_path: Path) -> InstallPlugin:
    """Return a function that installs a distribution in a folder for ``plugins`` of a process."""

    def install(code: str, name: str = "odd", version: str = "1.2") -> Path:
        folder = tmp_path / "site"
        metadata = folder / f"{name}-{version}.dist-info"
        metadata.mkdir(parents=True)
        (folder / f"{name}.py").write_text(f"{IMPORTS}\n{code}")
        (metadata / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: About {name}.\n"
        )
        (metadata / "entry_points.txt").write_text(f"[cableconv]\n{name} = {name}\n")
        return folder

    return install
