"""Helpers for tests of the command line: the result of a call, and the contents of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.metadata import entry_points
from pathlib import Path
from typing import NamedTuple, Protocol

import cableconv
from cableconv.corpus.manifest import DEFAULT_NAME

PACKAGE = Path(cableconv.__file__).parents[1]
EXAMPLES = Path(__file__).parents[1] / "examples" / "cables"

IMPORTS = """
import os, signal
from cableconv.cable import Cable, Diagnostic, Source
from cableconv.plugins import Exporter, Option, Reader, Sniff, hookimpl
"""

OTHERS = ",".join({entry.name for entry in entry_points(group="cableconv")})
ALONE = {"CABLECONV_DISABLE_PLUGINS": OTHERS}.items()
"""Excludes the plugins that are installed here, as a check of each takes a process."""


class Ended(NamedTuple):
    """The exit code and output of a call."""

    code: int
    out: str
    err: str


class Call(Protocol):
    """Calls the command line in this process."""

    def __call__(
        self,
        *arguments: str,
        stdin: bytes = b"",
        plugins: Iterable[Path] = (),
        env: Iterable[tuple[str, str]] = (),
    ) -> Ended: ...


class Process(Protocol):
    """Runs the command line in a separate process, after the Python code ``prelude``.

    It takes a hundred times as long as a call in this process.
    """

    def __call__(
        self,
        *arguments: str,
        stdin: bytes = b"",
        plugins: Iterable[Path] = (),
        prelude: str = "",
        env: Iterable[tuple[str, str]] = (),
    ) -> Ended: ...


class InstallPlugin(Protocol):
    """Installs a distribution with that code and returns the folder of all installed ones."""

    def __call__(self, code: str, name: str = "odd", version: str = "1.2") -> Path: ...


def python_path(*folders: Path) -> str:
    """Return the PYTHONPATH with which a process finds this package, and plugins in ``folders``."""
    inherited = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    return os.pathsep.join(filter(None, map(str, (*folders, PACKAGE, *inherited))))


def contents(folder: Path) -> dict[str, bytes | None]:
    """Return each path below a folder with its bytes, to check that nothing changed."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def results(folder: Path) -> dict[str, bytes | None]:
    """Return what a run has written below a folder, without its manifest."""
    return {name: data for name, data in contents(folder).items() if name != DEFAULT_NAME}
