"""Interrupted runs of the command line, and checks of their results."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from random import Random
from typing import NamedTuple

from calling import EXAMPLES, python_path, results

from cableconv.cli.exit_codes import ExitCode

FEW, MANY = 1, 20
"""The number of interrupted runs by default, and in the slow test."""


START = """
import sys
from cableconv.__main__ import main
sys.stderr.write("begun\\n")
sys.stderr.flush()
main()
"""

WAYS = {
    "documents": ("-t", "json", "-t", "xml", "-o", "out/"),
    "one file": ("-t", "jsonl", "-o", "out/all.jsonl"),
    "a database": ("-t", "sqlite", "-o", "out/all.sqlite"),
    "a site": ("-t", "html-site", "-o", "out/site"),
}
"""What a run writes to the folder ``out``, with the arguments for it."""

SIGNALS: dict[str, set[int]] = {
    "SIGINT": {ExitCode.INTERRUPTED},
    "SIGTERM": {ExitCode.TERMINATED},
    "SIGHUP": {ExitCode.HUNG_UP},
    "SIGKILL": {-9},
}
"""Signals, and the exit codes of runs that they end."""


class End(NamedTuple):
    """The exit code and messages of a run."""

    code: int
    err: str


class Bench:
    """A folder ``cables`` of inputs and a folder ``out`` for results, in ``folder``."""

    def __init__(self, folder: Path, way: str, inputs: int) -> None:
        self.folder = folder
        self.out = folder / "out"
        self.arguments = ("cables", *WAYS[way])
        self._temporary = folder / "temporary"
        for each in (folder / "cables", self.out, self._temporary):
            each.mkdir()
        texts = [(EXAMPLES / name).read_bytes() for name in ("plain.txt", "three-pages.txt")]
        for number in range(inputs):
            (folder / "cables" / f"{number:02}.txt").write_bytes(texts[number % 2])
        started = time.monotonic()
        assert self.run().code == ExitCode.OK
        self.seconds = time.monotonic() - started
        self.whole = results(self.out)
        """What an uninterrupted run writes."""

    def run(self) -> End:
        """Run to the end."""
        with self.begun(self.arguments) as process:
            _, err = process.communicate(timeout=60)
        return End(process.returncode, err.decode())

    @contextmanager
    def begun(self, arguments: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
        """Start the process, and yield it when it has reported that it runs."""
        environment = {**os.environ, "PYTHONPATH": python_path(), "TMPDIR": str(self._temporary)}
        with subprocess.Popen(
            [sys.executable, "-c", START, *arguments],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stderr is not None
            assert process.stderr.readline() == b"begun\n"
            yield process

    def stopped_by(self, name: str, after: float) -> End:
        """Run, and send a signal after that many seconds."""
        with self.begun(self.arguments) as process:
            time.sleep(after)
            process.send_signal(signal.Signals[name])
            _, err = process.communicate(timeout=60)
        return End(process.returncode, err.decode())

    def assert_nothing_is_half_done(self) -> None:
        """Check that every visible result equals that of an uninterrupted run."""
        seen = {name: data for name, data in results(self.out).items() if not name.startswith(".")}
        assert {name: self.whole[name] for name in seen} == seen

    def assert_the_next_run_completes(self) -> None:
        """Check that the next run completes the results and removes all temporary files."""
        assert self.run().code == ExitCode.OK
        assert results(self.out) == self.whole
        assert list(self._temporary.iterdir()) == []


def is_there(way: str) -> bool:
    """Whether the format is installed."""
    plugin = {"a database": "sqlite", "a site": "html"}.get(way)
    return plugin is None or any(each.name == plugin for each in entry_points(group="cableconv"))


def moments(random: Random, seconds: float, number: int) -> list[float]:
    """Return random moments between a run's start and its end."""
    return [random.uniform(0, seconds) for _ in range(number)]


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Callable[[str], bool]]:
    """Mount a file system of ``size`` bytes at ``folder``; yield a function that remounts it.

    Raises:
        PermissionError: This machine does not allow mounts.
    """
    if sys.platform != "linux" or not _mount("-t", "tmpfs", "-o", f"size={size}", "none", folder):
        raise PermissionError("nothing can be mounted here")
    try:
        yield lambda option: _mount("-o", f"remount,{option}", folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _mount(*arguments: object) -> bool:
    try:
        ended = subprocess.run(["mount", *map(str, arguments)], capture_output=True, check=False)
    except OSError:
        return False
    return ended.returncode == 0
