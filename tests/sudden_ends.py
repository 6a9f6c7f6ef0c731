"""Runs of the command line that end before their time, and what they must leave behind."""

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

FEW, MANY = 2, 20
"""So many moments are tried by default, and in the long run."""


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
"""What a run makes in the folder ``out``, by what its formats are."""

SIGNALS: dict[str, set[int]] = {
    "SIGINT": {ExitCode.INTERRUPTED},
    "SIGTERM": {ExitCode.TERMINATED},
    "SIGHUP": {ExitCode.HUNG_UP},
    "SIGKILL": {-9},
}
"""Signals, and the code that each ends a run with."""


class End(NamedTuple):
    """How a run ended, and what it said."""

    code: int
    err: str


class Bench:
    """A folder ``cables`` of inputs and one ``out`` for results, in ``folder``."""

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
        """What a run that is left alone makes."""

    def run(self) -> End:
        """The run to its end."""
        with self.begun(self.arguments) as process:
            _, err = process.communicate(timeout=60)
        return End(process.returncode, err.decode())

    @contextmanager
    def begun(self, arguments: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
        """The process, which has told that it is there."""
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
        """The run, sent a signal so many seconds after its begin."""
        with self.begun(self.arguments) as process:
            time.sleep(after)
            process.send_signal(signal.Signals[name])
            _, err = process.communicate(timeout=60)
        return End(process.returncode, err.decode())

    def assert_nothing_is_half_done(self) -> None:
        """Every result that can be seen is as a run that is left alone makes it."""
        seen = {name: data for name, data in results(self.out).items() if not name.startswith(".")}
        assert {name: self.whole[name] for name in seen} == seen

    def assert_the_next_run_mends_all(self) -> None:
        """It makes everything, and nothing of the run before is left, hidden or in ``TMPDIR``."""
        assert self.run().code == ExitCode.OK
        assert results(self.out) == self.whole
        assert list(self._temporary.iterdir()) == []


def is_there(way: str) -> bool:
    """Whether the format is installed."""
    plugin = {"a database": "sqlite", "a site": "html"}.get(way)
    return plugin is None or any(each.name == plugin for each in entry_points(group="cableconv"))


def moments(random: Random, seconds: float, number: int) -> list[float]:
    """Random moments of a run, from before its imports to after its end."""
    return [random.uniform(0, seconds) for _ in range(number)]


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Callable[[str], bool]]:
    """``folder`` on a disk of ``size`` bytes; what is given is called to change how it is mounted.

    Raises:
        PermissionError: this machine lets nobody mount anything.
    """
    if sys.platform != "linux" or not _mount("-t", "tmpfs", "-o", f"size={size}", "none", folder):
        raise PermissionError("no disk can be mounted here")
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
