"""Count how many files are read as cables and how many are refused, and with which reason.

    python benchmarks/refusals.py [--show] FOLDER...

No file of folders without cables (documentation, packages, mail) may be read as a cable, and no
cable may be refused.  ``--show`` names each file that was read as a cable, and each refusal.
Members of archives and rows of tables count separately.
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
    """Yield every regular file of an ordinary size."""
    for folder in folders:
        for file in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            if file.is_file() and 0 < file.stat().st_size <= LARGEST:
                yield file


def outcomes_of(file: Path) -> Iterator[str]:
    """Yield, for each cable in a file, ``a cable`` or the reason of the refusal."""
    try:
        for cable in cableconv.read(file):
            errors = [each for each in cable.diagnostics if each.severity == "error"]
            yield refused_as(errors[0].message) if errors else "a cable"
    except (cableconv.CableconvError, PermissionError) as error:
        yield f"refused: {type(error).__name__} by a reader"


def refused_as(message: str) -> str:
    """Return the kind that the refusal names."""
    return "refused: " + next((name for name in NAMES if message.endswith(name)), message)


if __name__ == "__main__":
    main()
