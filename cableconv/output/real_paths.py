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
        if not path.name or os.pardir in path.parts or path.is_symlink():
            return os.path.realpath(path)
        return str(self._of_folder(path.parent) / path.name)


def _real(folder: Path) -> Path:
    return Path(os.path.realpath(folder))
