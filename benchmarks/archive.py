"""Time conversions of a whole archive with 1 and 2 processes, and measure the memory of a dump.

    python benchmarks/archive.py FOLDER [--cables 20000] [--jobs 1 2] [--formats docx jsonl sqlite]
    python benchmarks/archive.py FOLDER --cables 2000 --formats docx --pandoc /usr/bin/pandoc
    python benchmarks/archive.py --dumps 10000 100000

``--cables`` repeats the files of FOLDER under other names until there are that many.  With
``--rounds`` everything is run several times, in turn, and the minimum of each is compared.
``--pandoc`` is run on 200 of the files, one after the other (pip install pypandoc-binary).

Wall time depends on the machine's other work; processor time does not, and shows what two free
cores could reach: half of the sum, but not less than the main process needs alone. The sources are
compiled first, as an installation compiles them. Linux only: the process adopts the children of
its children (PR_SET_CHILD_SUBREAPER).
"""

from __future__ import annotations

import argparse
import compileall
import csv
import ctypes
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PR_SET_CHILD_SUBREAPER = 36
"""From prctl(2)."""

CABLE = """R 131205Z MAY 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 0101

UNCLAS OSLO {number:06}

E.O. 12958: N/A
TAGS: PREL, NO
SUBJECT: LIGHTHOUSE {number}

1. (U) The keeper of lighthouse {number} wound the clock on Tuesday.

2. (U) {sentences}
"""


SINGLE = ("docx", "json", "xml", "text")
"""Formats of one file per cable."""

SOME = 200
"""The number of files for pandoc."""


class Asked(NamedTuple):
    """The settings of all runs: where they write, how often, and the pandoc to compare with."""

    out: Path
    rounds: int
    pandoc: str | None


class Used(NamedTuple):
    """The cost of a run: seconds, processor seconds, and the maximum memory of a process (MiB)."""

    wall: float
    main: float
    workers: float
    main_memory: int
    worker_memory: int

    @property
    def on_two_cores(self) -> float:
        """Seconds on two cores without other work."""
        return max(self.main, (self.main + self.workers) / 2)


def run(arguments: Sequence[str]) -> Used:
    """Run the command line, and wait for every process that it starts."""
    began = time.monotonic()
    main = subprocess.Popen([sys.executable, "-m", "cableconv", *arguments, "-q"])
    used: dict[bool, list[float]] = {True: [0.0, 0.0], False: [0.0, 0.0]}
    wall = 0.0
    while True:
        try:
            process, status, usage = os.wait4(-1, 0)
        except ChildProcessError:
            break
        is_main = process == main.pid
        if is_main:
            wall = time.monotonic() - began
            main.returncode = os.waitstatus_to_exitcode(status)
        used[is_main][0] += usage.ru_utime + usage.ru_stime
        used[is_main][1] = max(used[is_main][1], usage.ru_maxrss / 1024)
    (cpu, memory), (workers, most) = used[True], used[False]
    return Used(wall, cpu, workers, round(memory), round(most))


def write_dump(path: Path, rows: int) -> None:
    """Write a table of invented cables of about two kilobytes each."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["refid", "header", "body"])
        sentences = "The ice went out of the harbour on Tuesday, and the boats with it.\n" * 25
        for number in range(1, rows + 1):
            text = CABLE.format(number=number, sentences=sentences)
            writer.writerow([f"08OSLO{number}", "", text])


def repeated(folder: Path, cables: int, out: Path) -> Path:
    """Return a folder with that many files: those of ``folder``, repeated under other names."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    for number, path in zip(range(cables), itertools.cycle(files), strict=False):
        place = out / "repeated" / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place / f"{path.stem}-{number:06}{path.suffix}")
    return out / "repeated"


def compare(folder: Path, formats: Sequence[str], jobs: Sequence[int], asked: Asked) -> None:
    """Print a line for each format and number of processes, and the comparison."""
    for name in formats:
        used: dict[int, list[Used]] = {number: [] for number in jobs}
        hashes = set()
        for _ in range(asked.rounds):
            for number in jobs:
                where = asked.out / f"{name}{number}" / ("" if name in SINGLE else f"all.{name}")
                shutil.rmtree(asked.out / f"{name}{number}", ignore_errors=True)
                place = f"{where}/" if name in SINGLE else str(where)
                where.parent.mkdir(exist_ok=True)
                used[number].append(run([str(folder), "-t", name, "-o", place, "-j", str(number)]))
                hashes.add(hash_of(asked.out / f"{name}{number}"))
                show(f"{name}, {number}", used[number][-1])
        one, two = (least(used[number]) for number in (jobs[0], jobs[-1]))
        print(
            f"{name}: {jobs[-1]} jobs {one.wall / two.wall:.2f} times as fast by the clock, "
            f"{one.main / two.on_two_cores:.2f} times on two free cores (calculated), "
            f"{'the same bytes' if len(hashes) == 1 else 'OTHER BYTES'}",
            flush=True,
        )
        if asked.pandoc and name == "docx":
            compare_with_pandoc(folder, two, asked.pandoc, asked.out / "pandoc.docx")


def least(used: Sequence[Used]) -> Used:
    """Return the minimum of the runs, column by column."""
    return Used(*map(min, zip(*used, strict=True)))


def hash_of(folder: Path) -> str:
    """Return a hash of all files with their names, without the manifest."""
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            digest.update(path.relative_to(folder).as_posix().encode())
            with path.open("rb") as file:  # in pieces, as this memory is inherited by children
                digest.update(file_digest(file, "sha256").digest())
    return digest.hexdigest()


def compare_with_pandoc(folder: Path, ours: Used, pandoc: str, target: Path) -> None:
    """Estimate pandoc's time for all files from some of them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    some = files[:: max(1, len(files) // SOME)][:SOME]
    began, before = time.monotonic(), os.times()
    for path in some:
        subprocess.run([pandoc, "-f", "markdown", path, "-o", target], check=True)
    wall, after = time.monotonic() - began, os.times()
    busy = sum(after[2:4]) - sum(before[2:4])
    scale = len(files) / len(some)
    print(
        f"pandoc, {len(some)} files one by one: {wall:.1f} s ({busy:.1f} s of the processor); "
        f"scaled, cableconv with two jobs is {wall * scale / ours.wall:.0f} times as fast, "
        f"{busy * scale / ours.on_two_cores:.0f} times on two free cores (calculated)",
        flush=True,
    )


def show(what: str, used: Used) -> None:
    """Print a line of the result."""
    print(
        f"{what:<16} {used.wall:8.1f} s  main {used.main:7.1f}  workers {used.workers:7.1f}  "
        f"two cores {used.on_two_cores:7.1f}  memory {used.main_memory}, {used.worker_memory} MiB",
        flush=True,
    )


def main() -> None:
    """Measure as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--formats", nargs="+", default=["docx", "jsonl", "sqlite"])
    parser.add_argument("--jobs", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--cables", type=int)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--pandoc")
    parser.add_argument("--dumps", nargs="+", type=int, default=[])
    asked = parser.parse_args()
    for sources in (ROOT / "cableconv", ROOT / "plugins"):
        compileall.compile_dir(sources, quiet=2)
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory() as place:
        out = Path(place)
        if asked.folder:
            folder = repeated(asked.folder, asked.cables, out) if asked.cables else asked.folder
            shared = Asked(out, asked.rounds, asked.pandoc)
            compare(folder, asked.formats, asked.jobs, shared)
        for rows in asked.dumps:
            dump = out / f"{rows}.csv"
            write_dump(dump, rows)
            used = run([str(dump), "-t", "jsonl", "-o", f"{dump}.jsonl", "-j", "2"])
            show(f"{rows:,} rows", used)


if __name__ == "__main__":
    main()
