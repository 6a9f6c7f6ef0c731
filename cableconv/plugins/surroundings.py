"""What a plugin must leave as it found it: the current folder, by which paths are typed."""

from __future__ import annotations

import os
from contextlib import suppress


def current_folder() -> str | None:
    """Where relative paths lead; ``None`` where that folder is gone."""
    try:
        return os.getcwd()  # noqa: PTH109 (asked around every call; a path costs more)
    except OSError:
        return None


def go_back(folder: str | None) -> None:
    """Undo a change of the current folder: relative inputs and outputs would go elsewhere."""
    if folder is not None and current_folder() != folder:
        with suppress(OSError):
            os.chdir(folder)
