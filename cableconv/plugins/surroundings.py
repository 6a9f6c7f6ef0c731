"""The current folder, which plugins must not change, as typed paths are relative to it."""

from __future__ import annotations

import os
from contextlib import suppress


def current_folder() -> str | None:
    """Return the current folder; ``None`` if it was deleted."""
    try:
        return os.getcwd()  # noqa: PTH109 (asked around every call; a path costs more)
    except OSError:
        return None


def go_back(folder: str | None) -> None:
    """Restore the current folder, or relative inputs and outputs would go elsewhere."""
    if folder is not None and current_folder() != folder:
        with suppress(OSError):
            os.chdir(folder)
