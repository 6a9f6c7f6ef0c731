"""A run may end at any moment: no partial file, the documented exit code, no temporary files.

Each way of ending is tried at twenty random moments in the slow tests, and at one otherwise; the
next run, with ``--resume`` where there is a manifest, writes what an uninterrupted one writes.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from random import Random
from signal import Signals

import pytest
from calling import Process
from interrupted_runs import FEW, MANY, SIGNALS, WAYS, Bench, bench, moments, small_disk

from cableconv.cli.exit_codes import ExitCode

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")


def end_by_signals(made: Bench, name: str, number: int) -> None:
    """Signal the process alone, as a service manager does, or its workers too, as Ctrl-C does."""
    for trial, after in enumerate(moments(Random(name), made.seconds, number)):
        made.begin_again()
        ended = made.stopped_by(name, after, is_for_all=trial % 2 == 0)
        before_or_after = {-Signals[name], ExitCode.OK}  # outside the run
        assert ended.code in SIGNALS[name] | before_or_after, (after, ended)
        assert "Traceback" not in ended.err, ended.err
        made.assert_nothing_is_half_done()
        made.assert_the_next_run_completes()


@pytest.mark.parametrize(
    ("name", "way"),
    [("SIGTERM", "documents"), ("SIGINT", "all at once"), ("SIGKILL", "added lines")],
)
def test_a_signal_leaves_no_partial_file(tmp_path: Path, name: str, way: str) -> None:
    end_by_signals(bench(tmp_path, way), name, FEW)


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", SIGNALS)
def test_signals_at_many_moments(tmp_path: Path, name: str, way: str) -> None:
    end_by_signals(bench(tmp_path, way, MANY), name, MANY)


def end_by_full_disk(made: Bench, number: int) -> None:
    random = Random(number)
    needed = sum(len(data or b"") for data in made.whole.values())
    for _ in range(number):
        try:
            with small_disk(made.out, 64 << 20) as remount:
                made.begin_again()
                room = 4096 * random.randrange(1, max(2, needed // 8192))
                assert remount(f"size={used(made.out) + room}")
                ended = made.run()
                assert ended.code == ExitCode.NO_ROOM, ended
                assert ended.err.count("error: ") == 1, ended.err
                assert "the disk is full; make room there" in ended.err
                made.assert_nothing_is_half_done()
                assert remount("size=64m")
                made.assert_the_next_run_completes()
        except PermissionError as error:
            pytest.skip(str(error))


def used(folder: Path) -> int:
    """Return the bytes that are taken on the folder's disk."""
    disk = os.statvfs(folder)
    return disk.f_frsize * (disk.f_blocks - disk.f_bfree)


@pytest.mark.parametrize("way", ["documents", "one file"])
def test_a_full_disk_ends_the_run_with_one_line(tmp_path: Path, way: str) -> None:
    end_by_full_disk(bench(tmp_path, way), 1)


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_full_disks_of_many_sizes(tmp_path: Path, way: str) -> None:
    end_by_full_disk(bench(tmp_path, way, MANY), MANY)


def end_by_read_only(made: Bench, number: int) -> None:
    try:
        with small_disk(made.out, 64 << 20) as remount:
            for after in moments(Random(number), made.seconds, number):
                made.begin_again()
                with made.begun(made.arguments) as process:
                    time.sleep(after)
                    while not remount("ro") and process.poll() is None:
                        time.sleep(0.001)  # busy while a draft is open
                    _, err = process.communicate(timeout=60)
                assert process.returncode in (ExitCode.NO_ROOM, ExitCode.OK), err
                assert err.count(b"error: ") == (process.returncode == ExitCode.NO_ROOM), err
                made.assert_nothing_is_half_done()
                assert remount("rw")
                made.assert_the_next_run_completes()
    except PermissionError as error:
        pytest.skip(str(error))


def test_a_disk_that_becomes_read_only_ends_the_run(tmp_path: Path) -> None:
    end_by_read_only(bench(tmp_path, "documents"), 1)


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_disks_that_become_read_only_at_many_moments(tmp_path: Path, way: str) -> None:
    end_by_read_only(bench(tmp_path, way, MANY), MANY)


IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
WITHOUT_PRIVILEGES = ("setpriv", "--bounding-set", "-all", "--") if IS_ROOT else ()
"""A command under which permissions hold for root too."""
needs_permissions = pytest.mark.skipif(
    IS_ROOT and not shutil.which("setpriv"), reason="root may write anywhere"
)


def end_by_closed_folder(made: Bench, number: int) -> None:
    """The folder of results may no longer be written in."""
    for after in moments(Random(number), made.seconds, number):
        made.begin_again()
        with made.begun(made.arguments, WITHOUT_PRIVILEGES) as process:
            time.sleep(after)
            made.out.chmod(0o555)
            _, err = process.communicate(timeout=60)
        made.out.chmod(0o755)
        assert process.returncode in (ExitCode.NO_ROOM, ExitCode.OK), err
        assert err.count(b"error: ") == (process.returncode == ExitCode.NO_ROOM), err
        made.assert_nothing_is_half_done()
        made.assert_the_next_run_completes()


@needs_permissions
@pytest.mark.parametrize("way", ["documents", "all at once"])
def test_a_folder_that_may_not_be_written_in_ends_the_run(tmp_path: Path, way: str) -> None:
    end_by_closed_folder(bench(tmp_path, way), 1)


@pytest.mark.slow
@needs_permissions
@pytest.mark.parametrize("way", WAYS)
def test_folders_that_are_closed_at_many_moments(tmp_path: Path, way: str) -> None:
    end_by_closed_folder(bench(tmp_path, way, MANY), MANY)


def test_an_ignored_signal_stays_ignored(here: Path, process: Process) -> None:
    """As under ``nohup``."""
    prelude = """
import signal
signal.signal(signal.SIGHUP, signal.SIG_IGN)
import cableconv.cli.group as group
run = group.run
group.run = lambda: signal.raise_signal(signal.SIGHUP) or run()
"""
    assert process("plain.txt", "-t", "json", prelude=prelude).code == ExitCode.OK
    assert (here / "plain.json").exists()


def test_a_lost_stop_signal_is_raised_again(process: Process) -> None:
    """Python ignores exceptions that are raised in a finalizer."""
    prelude = """
import signal, time
import cableconv.cli.group as group
class Last:
    def __del__(self):
        signal.raise_signal(signal.SIGTERM)
def run():
    Last()
    time.sleep(20)
group.run = run
"""
    assert process("plain.txt", prelude=prelude).code == ExitCode.TERMINATED


@pytest.mark.parametrize("module", ["click", "cableconv.cli.group", "cableconv.errors"])
def test_a_stop_signal_during_an_import_is_handled(process: Process, module: str) -> None:
    prelude = f"""
import signal, sys
class Stopping:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)
            signal.raise_signal(signal.SIGTERM)
for name in [name for name in sys.modules if name.startswith(("click", "cableconv"))]:
    del sys.modules[name]
sys.meta_path.insert(0, Stopping())
"""
    ended = process("plain.txt", "-t", "json", prelude=prelude)
    assert ended.code == ExitCode.TERMINATED
    assert ended.err == "interrupted; files written before are complete.\n"
