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
        self._of_folder = lru_cache(_FOLDERS)(os.path.realpath)

    def of(self, path: Path) -> str:
        """Return the path without links, whether or not a file is there.

        It is put together of texts, as a new ``Path`` for every file of an archive costs more.
        """
        folder, name = os.path.split(path)
        if not name or os.pardir in str(path) or os.path.islink(path):  # noqa: PTH114
            return os.path.realpath(path)
        return os.path.join(self._of_folder(folder), name)  # noqa: PTH118
