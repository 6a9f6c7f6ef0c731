"""What tests of the command line share: how a call ended, and what a folder holds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import cableconv

PACKAGE = Path(cableconv.__file__).parents[1]
EXAMPLES = Path(__file__).parents[2] / "examples" / "cables"

IMPORTS = """
import os, signal
from cableconv.cable import Cable, Diagnostic, Source
from cableconv.plugins import Exporter, Option, Reader, Sniff, hookimpl
"""


class Ended(NamedTuple):
    """How a call ended and what it said."""

    code: int
    out: str
    err: str


def python_path(*folders: Path) -> str:
    """The path of a process that is to find this package, and plugins in ``folders``."""
    inherited = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    return os.pathsep.join(filter(None, map(str, (*folders, PACKAGE, *inherited))))


def contents(folder: Path) -> dict[str, bytes | None]:
    """Every path below a folder with its bytes: what must not change."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
