"""What becomes of files that are no cables, and of those that are: read, refused, and as what.

    python benchmarks/refusals.py [--show] FOLDER...

Of folders without cables (documentation, packages, mail) none may be read as a cable; of folders
of cables none may be refused.  ``--show`` names each file that was read as a cable, and each
refusal.  What an archive or a table holds counts one by one.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import cableconv
from cableconv.refusal import kinds

LARGEST = 2_000_000
NAMES = {kind.name for kind in vars(kinds).values() if isinstance(kind, kinds.Kind)}


def main() -> None:
    """Print how many were read as cables and how many refused, by reason."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    arguments.add_argument("--show", action="store_true", help="name the files")
    asked = arguments.parse_args()
    outcomes: Counter[str] = Counter()
    for file in files(asked.folders):
        for outcome in outcomes_of(file):
            outcomes[outcome] += 1
            if asked.show:
                print(f"{outcome:40.40} {file}")
    for outcome, number in outcomes.most_common():
        print(f"{number:>7,} {outcome}")


def files(folders: list[Path]) -> Iterator[Path]:
    """Every regular file of a size that people give."""
    for folder in folders:
        for file in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            if file.is_file() and 0 < file.stat().st_size <= LARGEST:
                yield file


def outcomes_of(file: Path) -> Iterator[str]:
    """Of each cable in a file ``a cable``, or why it is none."""
    try:
        for cable in cableconv.read(file):
            errors = [each for each in cable.diagnostics if each.severity == "error"]
            yield refused_as(errors[0].message) if errors else "a cable"
    except (cableconv.CableconvError, PermissionError) as error:
        yield f"refused: {type(error).__name__} by a reader"


def refused_as(message: str) -> str:
    """The kind that the refusal names."""
    return "refused: " + next((name for name in NAMES if message.endswith(name)), message)


if __name__ == "__main__":
    main()
