"""A whole archive, timed: a folder to each format with 1 and 2 processes, and the memory of a dump.

    python benchmarks/archive.py FOLDER [--jobs 1 2] [--formats docx jsonl sqlite]
    python benchmarks/archive.py --dumps 10000 100000

Wall time depends on what else the machine does; the processor's does not, and says what two free
cores could do: half of the sum, but never less than what the main process has to do alone.
Linux only: a process takes over the children of its children (PR_SET_CHILD_SUBREAPER).
"""

from __future__ import annotations

import argparse
import csv
import ctypes
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PR_SET_CHILD_SUBREAPER = 36
"""Of prctl(2)."""

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


class Used(NamedTuple):
    """What a run took: seconds, those of the processor, and the most memory of a process (MiB)."""

    wall: float
    main: float
    workers: float
    main_memory: int
    worker_memory: int

    @property
    def on_two_cores(self) -> float:
        """Seconds on two cores that do nothing else."""
        return max(self.main, (self.main + self.workers) / 2)


def run(arguments: Sequence[str]) -> Used:
    """A call of the command line, to the end of every process that it starts."""
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
    """A table of invented cables of about two kilobytes each."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["refid", "header", "body"])
        sentences = "The ice went out of the harbour on Tuesday, and the boats with it.\n" * 25
        for number in range(1, rows + 1):
            text = CABLE.format(number=number, sentences=sentences)
            writer.writerow([f"08OSLO{number}", "", text])


def compare(folder: Path, formats: Sequence[str], jobs: Sequence[int], out: Path) -> None:
    """A line for each format and number of processes."""
    for name in formats:
        for number in jobs:
            ending = "/" if name in ("docx", "json") else f".{name}"
            where = f"{out / name}{number}{ending}"
            used = run([str(folder), "-t", name, "-o", where, "-j", str(number)])
            show(f"{name}, {number}", used)


def show(what: str, used: Used) -> None:
    """A line of the result."""
    print(
        f"{what:<16} {used.wall:8.1f} s  main {used.main:7.1f}  workers {used.workers:7.1f}  "
        f"two cores {used.on_two_cores:7.1f}  memory {used.main_memory}, {used.worker_memory} MiB",
        flush=True,
    )


def main() -> None:
    """Measure what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--formats", nargs="+", default=["docx", "jsonl", "sqlite"])
    parser.add_argument("--jobs", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--dumps", nargs="+", type=int, default=[])
    asked = parser.parse_args()
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory() as place:
        out = Path(place)
        if asked.folder:
            compare(asked.folder, asked.formats, asked.jobs, out)
        for rows in asked.dumps:
            dump = out / f"{rows}.csv"
            write_dump(dump, rows)
            used = run([str(dump), "-t", "jsonl", "-o", f"{dump}.jsonl", "-j", "2"])
            show(f"{rows:,} rows", used)


if __name__ == "__main__":
    main()
