"""Print the date, id and subject of every cable in a folder, oldest first.

python timeline.py FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import cableconv
from cableconv import Cable


def timeline(cables: Iterable[Cable]) -> Iterator[str]:
    """Yield one line per cable; those without a date come last."""
    for cable in sorted(cables, key=lambda cable: cable.date or "9999"):
        day = (cable.date or "no date")[:10]
        yield f"{day:10}  {cable.key or '-':18}  {cable.subject or '-'}"


if __name__ == "__main__":
    for line in timeline(cableconv.read(Path(sys.argv[1]))):
        print(line)
