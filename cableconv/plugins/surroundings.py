"""What a plugin must leave as it found it: the current folder, by which paths are typed."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def current_folder() -> str | None:
    """Where relative paths lead; ``None`` where that folder is gone."""
    try:
        return str(Path.cwd())
    except OSError:
        return None


def go_back(folder: str | None) -> None:
    """Undo a change of the current folder: relative inputs and outputs would go elsewhere."""
    if folder is not None and current_folder() != folder:
        with suppress(OSError):
            os.chdir(folder)
