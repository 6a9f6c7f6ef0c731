"""Check that runs that are killed, or whose disk is full, can be resumed with the same result.

    python benchmarks/archive_ends.py FOLDER [--kills 20] [--ways documents jsonl sqlite append]
    python benchmarks/archive_ends.py FOLDER --disks 5

Each time the whole process group is killed (SIGKILL) at a random moment, and the run is resumed
with ``--resume``; the result is compared file by file with that of an uninterrupted run.  Full
disks are small file systems (tmpfs), which only root can mount.  Linux only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import NamedTuple

MANIFEST = ".cableconv-manifest.jsonl"
WAYS = {
    "documents": ("-t", "docx,json", "-o", "out/"),
    "jsonl": ("-t", "jsonl", "-o", "out/all.jsonl", "--manifest", f"out/{MANIFEST}"),
    "sqlite": ("-t", "sqlite", "-o", "out/all.sqlite", "--manifest", f"out/{MANIFEST}"),
    "append": ("-t", "jsonl,sqlite", "-o", "out/", "--append", "--manifest", f"out/{MANIFEST}"),
}
NO_ROOM = 6
"""The exit code for a full disk."""


class Bench(NamedTuple):
    """A working folder, and the run that is interrupted there."""

    place: Path
    arguments: Sequence[str]

    @property
    def out(self) -> Path:
        """The folder of results."""
        return self.place / "out"

    def begin(self) -> subprocess.Popen[bytes]:
        """Start the run as a separate process group."""
        temporary = self.place / "tmp"
        temporary.mkdir(exist_ok=True)
        return subprocess.Popen(
            [sys.executable, "-m", "cableconv", *self.arguments, "--resume", "--jobs", "2", "-q"],
            cwd=self.place,
            env={**os.environ, "TMPDIR": str(temporary)},
            start_new_session=True,
        )

    def run(self) -> int:
        """Run to the end, and return the exit code."""
        return self.begin().wait()

    def killed(self, after: float) -> bool:
        """Kill the run with all its processes; return whether it was still running."""
        process = self.begin()
        time.sleep(after)
        was_there = process.poll() is None
        if was_there:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return was_there

    def results(self) -> dict[str, str]:
        """Return the hash of every file except the manifest, also of hidden and temporary ones."""
        found = [*self.out.rglob("*"), *(self.place / "tmp").rglob("*")]
        return {
            path.relative_to(self.place).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in found
            if path.is_file() and path.name != MANIFEST
        }

    def begin_again(self, way: str) -> None:
        """Empty the folder of results; if cables are appended, write half of them."""
        shutil.rmtree(self.out, ignore_errors=True)
        self.out.mkdir()
        if way == "append":
            add_to = ("half", "-t", "jsonl,sqlite", "-o", "out/", "--jobs", "1", "-q")
            subprocess.run(
                [sys.executable, "-m", "cableconv", *add_to], cwd=self.place, check=False
            )


def kill(bench: Bench, way: str, kills: int) -> None:
    """Kill the run that many times, then let it finish."""
    bench.begin_again(way)
    began = time.monotonic()
    code, whole = bench.run(), None
    seconds = time.monotonic() - began
    whole = bench.results()
    random, killed, rounds = Random(way), 0, 0
    while killed < kills:
        bench.begin_again(way)
        rounds += 1
        for _ in range(5):
            killed += bench.killed(random.uniform(0.2, seconds))
        ended = bench.run()
        is_equal = bench.results() == whole
        show(way, f"{killed} kills", ended == code and is_equal)
    print(f"{way}: {killed} kills in {rounds} runs of {seconds:.1f} s", flush=True)


def fill(bench: Bench, way: str, disks: int) -> None:
    """Run on disks that are too small, then resume on larger ones."""
    bench.begin_again(way)
    code = bench.run()
    whole = bench.results()
    needed = sum(path.stat().st_size for path in bench.out.rglob("*") if path.is_file())
    random = Random(way)
    for _ in range(disks):
        shutil.rmtree(bench.out)
        bench.out.mkdir()
        with small_disk(bench.out, random.randrange(needed // 10, needed * 3 // 4)):
            ended = bench.run()
            mount("-o", "remount,size=4g", bench.out)
            again = bench.run()
            is_equal = bench.results() == whole
            show(way, "a full disk", (ended, again) == (NO_ROOM, code) and is_equal)


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[None]:
    """Mount a file system of that many bytes."""
    mount("-t", "tmpfs", "-o", f"size={size}", "none", place)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def mount(*arguments: object) -> None:
    """Call mount(8)."""
    subprocess.run(["mount", *map(str, arguments)], check=True)


def show(way: str, what: str, is_equal: bool) -> None:
    """Print a line of the result."""
    print(f"{way}: after {what} {'the same' if is_equal else 'NOT THE SAME'}", flush=True)


def main() -> None:
    """Interrupt the runs that the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--disks", type=int, default=0)
    parser.add_argument("--ways", nargs="+", choices=[*WAYS], default=[*WAYS])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "cables").symlink_to(asked.folder.resolve())
        (place / "half").mkdir()
        for number, path in enumerate(sorted(asked.folder.resolve().rglob("*"))):
            if path.is_file() and number % 2:
                shutil.copy(path, place / "half")
        for way in asked.ways:
            bench = Bench(place, ("cables/", *WAYS[way]))
            if asked.kills:
                kill(bench, way, asked.kills)
            if asked.disks and way != "append":
                fill(bench, way, asked.disks)


if __name__ == "__main__":
    main()
