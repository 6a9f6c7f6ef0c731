"""Interrupted runs of the command line, and checks of their results."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import NamedTuple

import pytest
from calling import EXAMPLES, contents, python_path, results

from cableconv.cli.exit_codes import ExitCode
from cableconv.corpus.manifest import DEFAULT_NAME

FEW, MANY = 1, 20
"""The number of interrupted runs by default, and in the slow test."""


START = """
import sys
from cableconv.__main__ import main
sys.stderr.write("begun\\n")
sys.stderr.flush()
main()
"""


class Way(NamedTuple):
    """What a run writes to the folder ``out``.

    ``plugins`` are the distributions that write it; with ``adds`` it is added to what an earlier
    run over other cables has written.
    """

    arguments: tuple[str, ...]
    plugins: frozenset[str] = frozenset()
    adds: bool = False


MANIFEST = ("--manifest", f"out/{DEFAULT_NAME}", "--resume")
WORKERS = ("--jobs", "2", "--resume")
WAYS = {
    "documents": Way(("-t", "json", "-t", "xml", "-o", "out/")),
    "documents of workers": Way(("-t", "json,docx", "-o", "out/", *WORKERS)),
    "one file": Way(("-t", "jsonl", "-o", "out/all.jsonl")),
    "one file of workers": Way(("-t", "jsonl", "-o", "out/all.jsonl", "--jobs", "2", *MANIFEST)),
    "all at once": Way(("-t", "json,jsonl", "-o", "out/", *WORKERS)),
    "rows": Way(("-t", "csv,xlsx", "-o", "out/"), frozenset({"tables"})),
    "a database": Way(("-t", "sqlite", "-o", "out/all.sqlite"), frozenset({"sqlite"})),
    "a database of workers": Way(
        ("-t", "sqlite", "-o", "out/all.sqlite", "--jobs", "2", *MANIFEST), frozenset({"sqlite"})
    ),
    "a site": Way(("-t", "html-site", "-o", "out/site"), frozenset({"html"})),
    "added lines": Way(("-t", "jsonl,csv", "-o", "out/"), frozenset({"tables"}), adds=True),
    "an added database": Way(
        ("-t", "sqlite", "-o", "out/all.sqlite", "--jobs", "2"), frozenset({"sqlite"}), adds=True
    ),
    "an added site": Way(("-t", "html-site", "-o", "out/site"), frozenset({"html"}), adds=True),
}

SIGNALS: dict[str, set[int]] = {
    "SIGINT": {ExitCode.INTERRUPTED},
    "SIGTERM": {ExitCode.TERMINATED},
    "SIGHUP": {ExitCode.HUNG_UP},
    "SIGKILL": {-9},
}
"""Signals, and the exit codes of runs that they end."""

Contents = dict[str, bytes | None]


class End(NamedTuple):
    """The exit code and messages of a run."""

    code: int
    err: str


class Bench:
    """A folder ``cables`` of inputs and a folder ``out`` for results, in ``folder``."""

    def __init__(self, folder: Path, way: Way, inputs: int) -> None:
        self.folder = folder
        self.out = folder / "out"
        self._temporary = folder / "temporary"
        for each in (folder / "cables", folder / "earlier", self.out, self._temporary):
            each.mkdir()
        texts = [(EXAMPLES / name).read_bytes() for name in ("plain.txt", "three-pages.txt")]
        for number in range(inputs):
            (folder / "cables" / f"{number:02}.txt").write_bytes(texts[number % 2])
        self.before: Contents = {}
        """What an earlier run has written, to which this one adds."""
        self.arguments = ("cables", *way.arguments)
        if way.adds:
            (folder / "earlier" / "other.txt").write_bytes((EXAMPLES / "letter.txt").read_bytes())
            assert self.run("earlier", *way.arguments).code == ExitCode.OK
            self.before = contents(self.out)
            self.arguments = (*self.arguments, "--append")
        started = time.monotonic()
        assert self.run().code == ExitCode.OK
        self.seconds = time.monotonic() - started
        self.whole = results(self.out)
        """What an uninterrupted run writes."""
        self._recorded = recorded(self.out)

    def begin_again(self) -> None:
        """Leave in ``out`` what was there before the run."""
        for each in self.out.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        for name, data in self.before.items():
            place = self.out / name
            if data is None:
                place.mkdir()
            else:
                place.write_bytes(data)

    def run(self, *arguments: str) -> End:
        """Run to the end, with other arguments if there are any."""
        with self.begun(arguments or self.arguments) as process:
            _, err = process.communicate(timeout=60)
        return End(process.returncode, err.decode())

    @contextmanager
    def begun(
        self, arguments: Sequence[str], before: Sequence[str] = ()
    ) -> Iterator[subprocess.Popen[bytes]]:
        """Start the process in a group of its own; yield it when it has reported that it runs.

        ``before`` is a command that calls it.
        """
        with subprocess.Popen(
            [*before, sys.executable, "-c", START, *arguments],
            cwd=self.folder,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as process:
            assert process.stderr is not None
            assert process.stderr.readline() == b"begun\n"
            yield process

    def environment(self) -> dict[str, str]:
        """Return the environment of a run, with a folder of its own for temporary files."""
        return {**os.environ, "PYTHONPATH": python_path(), "TMPDIR": str(self._temporary)}

    def stopped_by(self, name: str, after: float, *, is_for_all: bool) -> End:
        """Run, and send a signal after that many seconds, also to workers if it is for all."""
        send = os.killpg if is_for_all else os.kill
        with self.begun(self.arguments) as process:
            time.sleep(after)
            if process.poll() is None:
                send(process.pid, signal.Signals[name])
            _, err = process.communicate(timeout=60)  # until the last worker has ended
        if name == "SIGKILL":
            for socket in self._temporary.glob("pymp-*"):  # Python's own, which it cannot remove
                shutil.rmtree(socket)
        return End(process.returncode, err.decode())

    def assert_nothing_is_half_done(self) -> None:
        """Check that each visible result is that of an uninterrupted run, or of the earlier one."""
        whole, before = by_name(self.whole), by_name(self.before)
        for name, seen in by_name(contents(self.out)).items():
            if not name.startswith("."):
                assert seen in (whole[name], before.get(name)), name

    def assert_the_next_run_completes(self) -> None:
        """Check that the next run completes the results and removes all temporary files."""
        ended = self.run()
        assert ended.code == ExitCode.OK, ended
        assert results(self.out) == self.whole
        assert recorded(self.out) == self._recorded
        self.assert_no_temporary_files()

    def assert_no_temporary_files(self) -> None:
        assert list(self._temporary.iterdir()) == []


def bench(folder: Path, way: str, number: int = FEW) -> Bench:
    """Create a run that is as short as Python's start, or (for many trials) three times as long.

    Its folder has a short path, as it holds the sockets of workers.
    """
    if not is_there(WAYS[way]):
        pytest.skip(f"no installed plugin writes {way}")
    folder = Path(mkdtemp(dir=folder.parent))
    return Bench(folder, WAYS[way], 6 if number == FEW else 24)


def by_name(found: Contents) -> dict[str, Contents]:
    """Return the contents of each file and folder of a folder."""
    parts: dict[str, Contents] = {}
    for name, data in found.items():
        parts.setdefault(name.partition("/")[0], {})[name] = data
    return parts


def recorded(folder: Path) -> list[str]:
    """Return the rows of the manifest, without the times; none if there is no manifest."""
    manifest = folder / DEFAULT_NAME
    lines = manifest.read_text(encoding="utf-8").splitlines() if manifest.exists() else []
    rows = [{**json.loads(line), "time": None} for line in lines]
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def is_there(way: Way) -> bool:
    """Whether the formats are installed."""
    return way.plugins <= {each.name for each in entry_points(group="cableconv")}


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
