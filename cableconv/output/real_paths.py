"""Real paths of many files in few folders."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

_FOLDERS = 256
"""Folders whose real paths are remembered."""


class RealPaths:
    """Finds the real paths of files, and of each folder only once."""

    def __init__(self) -> None:
        self._of_folder = lru_cache(_FOLDERS)(_real)

    def of(self, path: Path) -> str:
        """Return the path without links, whether or not a file is there."""
        if not path.name or os.pardir in path.parts or _is_link(path):
            return os.path.realpath(path)
        return str(self._of_folder(path.parent) / path.name)


def _real(folder: Path) -> Path:
    return Path(os.path.realpath(folder))


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:  # a name that is too long for a file
        return False
