"""A folder with invented cables, the command line in it, and plugins made on the spot."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from calling import EXAMPLES, IMPORTS, Ended, python_path

from cableconv.cli.group import run


@pytest.fixture
def here(tmp_path, monkeypatch):
    """The current folder, with ``plain.txt``, ``three-pages.txt`` and ``markdown-scrape.md``."""
    folder = tmp_path / "here"
    folder.mkdir()
    for name in ("plain.txt", "three-pages.txt", "markdown-scrape.md"):
        shutil.copy(EXAMPLES / name, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "80")
    return folder


@pytest.fixture
def call(here, capsysbinary):
    """The command line, called in this process, without installed plugins' say."""

    def call(*arguments):
        code = run(arguments)
        out, err = capsysbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return call


@pytest.fixture
def process(here):
    """The command line as a process of its own; ``prelude`` is Python that it runs first."""

    def process(*arguments, stdin=b"", plugins=(), prelude="", env=()):
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
def plugin(tmp_path):
    """Installs a distribution with the given code; gives the folder it lies in, with others."""

    def install(code, name="odd", version="1.2"):
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
