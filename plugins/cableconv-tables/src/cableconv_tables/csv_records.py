"""Records of comma-separated values (RFC 4180), as they stand and as their cells.

The csv module takes no cell of more than 128 KB, unless that is changed for the whole process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_CELL = re.compile(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,"\r\n]*))')


def records(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Each record with its line end, and its cells.

    Raises:
        ValueError: the file ends inside a cell.
    """
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        parts: list[str] = []
        quotes = 0
        for line in file:
            parts.append(line)
            quotes += line.count('"')
            if quotes % 2 == 0:
                record = "".join(parts)
                yield record if record.endswith("\n") else record + "\r\n", _cells(record)
                parts, quotes = [], 0
        if parts:
            raise ValueError("the last cell has no end")


def _cells(record: str) -> list[str]:
    return [
        plain if quoted is None else quoted.replace('""', '"')
        for quoted, plain in (found.groups() for found in _CELL.finditer(record))
    ]
