"""The tables of this folder, each read on first use.

They are CSV in which only the last column has commas, inside quotation marks: every run reads
two of them, and waits longer for the module csv than for the tables.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of ``name``.csv by column names."""
    first, *lines = _read(f"{name}.csv").splitlines()
    names = first.split(",")
    commas = len(names) - 1
    values = (line.replace('"', "").split(",", commas) for line in lines)
    return tuple(dict(zip(names, row, strict=True)) for row in values)


def _read(name: str) -> str:
    """Return the text of a file of this folder, which may lie in a zip archive."""
    loader = cast(Any, __spec__).loader
    data: bytes = loader.get_data(str(Path(__file__).with_name(name)))
    return data.decode("utf-8")
