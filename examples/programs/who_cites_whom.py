"""Write the reference graph of a folder of cables as CSV, one edge per line.

    python who_cites_whom.py FOLDER > edges.csv

``held`` says whether the cited cable is also in the folder.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import cableconv
from cableconv import Cable


def edges(cables: list[Cable]) -> Iterator[tuple[str, str, str, str]]:
    """Yield citing cable, the reference's label, cited cable, and whether that one is present."""
    held = {cable.key for cable in cables}
    for cable in cables:
        name = cable.key or cable.source.name or "-"
        for reference in cable.references:
            if reference.id:
                known = "yes" if reference.id in held else "no"
                yield name, reference.label or "", reference.id, known


if __name__ == "__main__":
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["cable", "label", "cites", "held"])
    table.writerows(sorted(edges(list(cableconv.read(Path(sys.argv[1]))))))
