"""A small archive of invented cables, each with its own number and words."""

from __future__ import annotations

import csv
from pathlib import Path

CABLE = """\
R 131205Z MAY 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 0101

UNCLAS OSLO {number:06}

SIPDIS

E.O. 12958: N/A
TAGS: PREL NO
SUBJECT: LIGHTHOUSE {number}

1. (U) The keeper of lighthouse {number} wound the clock on Tuesday.

2. (U) He will wind it again.{more}
"""


def cable(number: int, more: str = "") -> str:
    """Return the text of a cable with the key ``08OSLO`` and the number."""
    return CABLE.format(number=number, more=more)


def write_archive(folder: Path, cables: int) -> Path:
    """Write a file per cable, some of them in a subfolder, and return the folder."""
    for number in range(1, cables + 1):
        place = folder / ("deep" if number % 5 == 0 else "")
        place.mkdir(parents=True, exist_ok=True)
        (place / f"c{number:05}.txt").write_text(cable(number), encoding="utf-8")
    return folder


def write_dump(path: Path, rows: int) -> Path:
    """Write a table with a row per cable."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["refid", "header", "body"])
        writer.writerows([f"08OSLO{number}", "", cable(number)] for number in range(1, rows + 1))
    return path
