"""Write every cable of folders as text, read it again, and count the trees that are restored.

    python benchmarks/text_round_trip.py FOLDER ... [--every N] [--list] [--show FIELD]

``CABLECONV_DATA`` is the default folder.  The figures are: trees that are equal (without fields
that describe only the source, docs/formats.md), texts that do not change when written again, and
fields that differ.  ``--list`` names each cable that differs, with its fields; ``--show`` prints
the lines of one field, or of ``text``, before and after, which are words of the cables.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import Any

import cableconv
from cableconv import Cable

ABOUT_THE_SOURCE = {"span", "parts", "source", "furniture", "diagnostics"}
KINDS = ("text", "html", "markdown")
"""The subfolders that are read; a folder without any of them is read itself."""

TEXT = "text"


def told(value: Any) -> Any:
    """Return a tree without the fields that describe only the source."""
    if isinstance(value, dict):
        return {name: told(part) for name, part in value.items() if name not in ABOUT_THE_SOURCE}
    return [told(part) for part in value] if isinstance(value, list) else value


def differences(cable: Cable) -> dict[str, tuple[str, str]]:
    """Return the values before and after of each field that is not restored."""
    first = str(cableconv.export(cable, "text"))
    again = cableconv.parse(first)
    old, new = told(cable.to_dict()), told(again.to_dict())
    found = {
        name: (_printed(old[name]), _printed(new[name])) for name in old if old[name] != new[name]
    }
    second = str(cableconv.export(again, "text"))
    return found | ({TEXT: (first, second)} if first != second else {})


def _printed(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False)


def cables(folder: Path, every: int) -> Iterator[tuple[str, Cable]]:
    """Yield the cables of a folder, with the names of their files."""
    folders = [folder / kind for kind in KINDS if (folder / kind).is_dir()] or [folder]
    files = [file for each in folders for file in sorted(each.iterdir()) if file.is_file()]
    for file in islice(files, 0, None, every):
        try:
            for cable in cableconv.read(file):
                yield f"{file.parent.name}/{file.name}", cable
        except cableconv.InputError:
            continue


def report(folder: Path, chosen: argparse.Namespace) -> None:
    """Print the figures of one folder."""
    counts: Counter[str] = Counter()
    total = 0
    for name, cable in cables(folder, chosen.every):
        total += 1
        found = differences(cable)
        counts.update(found.keys())
        counts["trees"] += bool(found.keys() - {TEXT})
        if found and chosen.list:
            print(f"{name}: {' '.join(found)}")
        if found and chosen.show:
            for field in found.keys() & ({chosen.show} if chosen.show != "all" else found.keys()):
                print(f"{name} {field}", *lines_between(*found[field]), sep="\n")
    print(f"{folder.name}: {total:,} cables")
    print(f"  equal trees   {_share(total - counts.pop('trees'), total)}")
    print(f"  fixed points  {_share(total - counts.pop(TEXT, 0), total)}")
    for name, number in counts.most_common():
        print(f"  {number:5} differ in {name}")


def lines_between(before: str, after: str) -> Iterable[str]:
    """Return the lines that differ, with context."""
    return islice(unified_diff(before.split("\n"), after.split("\n"), n=2, lineterm=""), 2, 60)


def _share(part: int, total: int) -> str:
    return f"{part:6,} of {total:,} ({100 * part / max(total, 1):.2f} %)"


def main() -> None:
    """Measure the folders that the arguments name."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="*", default=[os.environ.get("CABLECONV_DATA", ".")])
    arguments.add_argument("--every", type=int, default=1)
    arguments.add_argument("--list", action="store_true")
    arguments.add_argument("--show")
    chosen = arguments.parse_args()
    for folder in chosen.folders:
        report(Path(folder), chosen)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
