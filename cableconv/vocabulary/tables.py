"""The tables of this folder, each read on first use."""

from __future__ import annotations

import csv
import pkgutil
from functools import cache


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of ``name``.csv by column names."""
    data = pkgutil.get_data(__package__, f"{name}.csv")
    assert data is not None  # as for any package of files or of a zip archive
    names, *values = csv.reader(data.decode("utf-8").splitlines())  # faster than DictReader
    return tuple(dict(zip(names, row, strict=True)) for row in values)
