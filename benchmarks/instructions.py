"""Count the machine instructions per cable with valgrind, independently of the machine's load.

    python benchmarks/instructions.py [--checkout FOLDER] [--formats json docx ...] [FOLDER]

Times differ between runs by a tenth, instructions by less than a thousandth, so that two
checkouts can be compared.  Each step runs in two processes, the second with some more rounds over
the files: the difference is the cost of these rounds, without start-up, imports and the
compilation of patterns.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = os.environ.get("CABLECONV_DATA")
FOLDER = Path(DATA) / "text" if DATA else ROOT / "examples" / "cables"
FORMATS = ("json", "xml", "text", "docx", "html", "markdown", "tei", "eml")
SAMPLE = 10
"""The number of cables, evenly spread over the folder's files."""
ROUNDS = 2
PROGRAM = """
import sys
import cableconv

step, rounds, *files = sys.argv[1:]
contents = [open(file, "rb").read() for file in files]
try:
    host = {"session": cableconv.Session()}
except AttributeError:  # a checkout from before there were sessions
    host = {"plugins": cableconv.Plugins()}
cables = [cableconv.parse(content, **host) for content in contents]
for _ in range(int(rounds)):
    if step == "parse":
        for content in contents:
            cableconv.parse(content, **host)
    else:
        for cable in cables:
            cableconv.export(cable, to=step, **host)
"""
COLLECTED = re.compile(r"Collected : (\d+)")


def main() -> None:
    """Print one line per step: its cost per cable, in millions of instructions."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    arguments.add_argument("--checkout", type=Path, default=ROOT, help="whose cableconv to run")
    arguments.add_argument("--formats", nargs="*", default=FORMATS, help="formats to export to")
    asked = arguments.parse_args()
    asked.checkout = asked.checkout.resolve()
    files = sample(asked.folder)
    print(f"{len(files)} cables, {asked.checkout}; millions of instructions per cable")
    for step in ("parse", *asked.formats):
        print(f"{step:20}{per_cable(step, files, asked.checkout) / 1e6:>10.2f}", flush=True)


def sample(folder: Path) -> list[str]:
    """Return some files of the folder, always the same ones."""
    files = sorted(str(path.resolve()) for path in folder.iterdir() if path.is_file())
    return files[:: max(len(files) // SAMPLE, 1)][:SAMPLE]


def per_cable(step: str, files: list[str], checkout: Path) -> float:
    """Return the cost of a step, as the average over the files."""
    warm = instructions(step, 1, files, checkout)
    more = instructions(step, 1 + ROUNDS, files, checkout)
    return (more - warm) / ROUNDS / len(files)


def instructions(step: str, rounds: int, files: list[str], checkout: Path) -> int:
    """Return the instructions of a whole process; the hash seed is fixed, so that they repeat."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable]
    paths = [checkout, *sorted(checkout.glob("plugins/*/src")), os.environ.get("PYTHONPATH", "")]
    result = subprocess.run(
        [*command, "-c", PROGRAM, step, str(rounds), *files],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "PYTHONHASHSEED": "0"},
        stderr=subprocess.PIPE,
        check=True,
        text=True,
    )
    collected = COLLECTED.search(result.stderr)
    if collected is None:
        raise SystemExit(f"valgrind counted nothing:\n{result.stderr}")
    return int(collected[1])


if __name__ == "__main__":
    main()
