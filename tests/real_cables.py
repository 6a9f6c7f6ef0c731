"""Real cables for the tests, in a folder outside the checkout that the environment names.

``CABLECONV_DATA`` is a folder with any of these: ``text/`` (one telegram per file), ``html/`` and
``cables.csv`` (the same telegrams as pages and as rows), ``markdown/``, ``smart/``,
``nara-heads/`` and ``schemas/``.  A test without its part is skipped, with a message.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

VARIABLE = "CABLECONV_DATA"

sample_or_all = pytest.mark.parametrize(
    "step", [25, pytest.param(1, marks=pytest.mark.slow)], ids=["sample", "all"]
)
"""Runs a test on every 25th real telegram; the slow run takes them all."""


def real(part: str) -> Path:
    """Return the file or folder of that name among the real cables, or skip the test."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        pytest.skip(f"{VARIABLE} names no folder with real cables")
    found = Path(folder, part)
    if not found.exists():
        pytest.skip(f"{VARIABLE} has no {part}")
    return found


def real_texts(step: int = 1) -> list[Path]:
    """Return every ``step``-th real telegram, sorted by name."""
    return sorted(real("text").iterdir())[::step]
