"""Check whether two checkouts read and write the same, with a fingerprint of every result.

    python benchmarks/same_results.py record before.jsonl FOLDER...   # in the older checkout
    python benchmarks/same_results.py record after.jsonl FOLDER...    # in the newer one
    python benchmarks/same_results.py compare before.jsonl after.jsonl

One line per cable has a hash of its tree and of its bytes in every installed format.  Codes,
paths and places of diagnostics count; their messages and hints do not, so that wording may
change.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

import cableconv
from cableconv import Cable

FORMATS = ("json", "xml", "docx", "text", "html", "markdown", "tei", "eml")
COLLECTORS = (("jsonl", "all.jsonl"), ("sqlite", "all.db"), ("html-site", "site"))
SAMPLE = 200
"""The number of cables in each file of many cables."""


def main() -> int:
    """Run the command that the arguments name, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    commands = parser.add_subparsers(dest="command", required=True)
    record = commands.add_parser("record", help="write one fingerprint per cable")
    record.add_argument("target", type=Path)
    record.add_argument("folders", type=Path, nargs="+")
    comparison = commands.add_parser("compare", help="list the cables whose fingerprints differ")
    comparison.add_argument("before", type=Path)
    comparison.add_argument("after", type=Path)
    given = parser.parse_args()
    if given.command == "record":
        with given.target.open("w", encoding="utf-8") as target:
            for row in fingerprints(given.folders):
                target.write(json.dumps(row) + "\n")
        return 0
    return compare(given.before, given.after)


def fingerprints(folders: Iterable[Path]) -> Iterator[dict[str, str]]:
    """Yield one row per cable of the folders, then one per file of many cables."""
    sample: list[Cable] = []
    for folder in folders:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            for number, cable in enumerate(cables_of(file)):
                if len(sample) < SAMPLE:
                    sample.append(cable)
                yield {"cable": f"{file.relative_to(folder.parent)}#{number}"} | results(cable)
    yield {"cable": "files of many cables"} | collected(sample)


def cables_of(file: Path) -> Iterator[Cable]:
    """Yield the cables of a file, without the texts of their diagnostics."""
    try:
        for cable in cableconv.read(file):
            silent = (msgspec.structs.replace(d, message="", hint=None) for d in cable.diagnostics)
            yield cable.replace(
                diagnostics=tuple(silent),
                source=msgspec.structs.replace(cable.source, name=file.name),
            )
    except cableconv.InputError:
        return


def results(cable: Cable) -> dict[str, str]:
    """Return a hash of the tree, and of each format's bytes, by name."""
    tree = json.dumps(cable.to_dict(), sort_keys=True)
    return {"tree": digest(tree)} | {to: digest(cableconv.export(cable, to=to)) for to in FORMATS}


def collected(cables: list[Cable]) -> dict[str, str]:
    """Return a hash of each collector's file or folder."""
    hashes = {}
    with tempfile.TemporaryDirectory() as folder:
        for to, name in COLLECTORS:
            target = Path(folder) / name
            cableconv.collect(cables, target, to=to)
            files = sorted(target.rglob("*")) if target.is_dir() else [target]
            hashes[to] = digest(b"".join(file.read_bytes() for file in files if file.is_file()))
    return hashes


def digest(content: str | bytes) -> str:
    """Return the first half of the content's SHA-256."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()[:32]


def compare(before: Path, after: Path) -> int:
    """Print the differences; return 1 if there are any."""
    old, new = rows(before), rows(after)
    differing: Counter[str] = Counter()
    for cable in sorted(old.keys() | new.keys()):
        one, other = old.get(cable, {}), new.get(cable, {})
        names = [name for name in one | other if one.get(name) != other.get(name)]
        differing.update(names)
        if names:
            print(f"{cable}: {', '.join(names)}")
    print(f"{len(old):,} and {len(new):,} rows; {differing.total():,} results differ")
    for name, number in differing.most_common():
        print(f"  {name}: {number:,}")
    return 1 if differing else 0


def rows(file: Path) -> dict[str, dict[str, str]]:
    """Return the rows of a record by cable."""
    read = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return {row.pop("cable"): row for row in read}


if __name__ == "__main__":
    sys.exit(main())
