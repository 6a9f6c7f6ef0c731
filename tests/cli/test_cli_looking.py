"""``find``, ``stats`` and ``check`` over an archive, with one and several processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from calling import Call, Process, python_path
from small_archive import cable, write_archive, write_dump

from cableconv.cli.exit_codes import ExitCode

LOOKS = [
    ("find", "keeper -id:08OSLO7"),
    ("find", "lighthouse*", "--format", "text"),
    ("stats", "--format", "json"),
    ("check", "-v"),
    ("check", "--strict", "--where", "text:tuesday"),
]


@pytest.fixture
def archive(here: Path) -> Path:
    """Return a folder with files, a dump, a zip archive, a doubtful cable and an empty file."""
    folder = write_archive(here / "in", 40)
    write_dump(folder / "dump.csv", 70)
    (folder / "doubtful.txt").write_bytes(cable(500).encode().replace(b"clock", b"cl\xf6ck"))
    (folder / "empty.txt").write_text("")
    with zipfile.ZipFile(folder / "more.zip", "w") as file:
        file.writestr("deep/one.txt", cable(501).encode().replace(b"wound", b"w\xf6und"))
        file.writestr("two.txt", cable(502))
    return folder


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("look", LOOKS, ids=" ".join)
def test_any_number_of_jobs_gives_the_same_output(
    call: Call, process: Process, look: Sequence[str]
) -> None:
    one = call(look[0], "in", *look[1:], "--jobs", "1")
    two = process(look[0], "in", *look[1:], "--jobs", "2")
    assert one == two
    assert one.out
    assert "in/empty.txt" in one.err


@pytest.mark.usefixtures("archive")
def test_a_worker_quotes_the_doubtful_line(process: Process) -> None:
    lines = process("check", "in", "-j", "2").out.splitlines()
    quoted = [line for line in lines if "clöck" in line or "wöund" in line]
    assert len(quoted) == 2


@pytest.mark.usefixtures("archive")
def test_only_selected_files_are_read(here: Path, call: Call) -> None:
    (here / "list").write_text("in/c00001.txt\nin/c00002.txt\nin/deep/c00005.txt\n")
    ended = call("find", "keeper", "--files-from", "list", "--exclude", "*2.txt")
    assert ended.out.count("\n") == 2
    assert call("stats", "in", "--include", "deep/*").out.startswith("           8  cables")


@pytest.mark.usefixtures("archive")
def test_a_limit_ends_the_search_of_several_processes(process: Process) -> None:
    ended = process("find", "in", "keeper", "--limit", "3", "-j", "2")
    assert (ended.code, ended.out.count("\n")) == (ExitCode.OK, 3)


def begun(here: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "cableconv", *arguments],
        cwd=here,
        env={**os.environ, "PYTHONPATH": python_path()},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_search_ends_with_one_line(here: Path, jobs: str) -> None:
    write_dump(here / "dump.csv", 3000)
    with begun(here, "find", "dump.csv", "keeper", "-j", jobs) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b'{"key":')
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED
    assert said.strip() == b"interrupted; files written before are complete."


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_closed_pipe_ends_the_search_silently(here: Path, jobs: str) -> None:
    write_dump(here / "dump.csv", 3000)
    with begun(here, "find", "dump.csv", "keeper", "-j", jobs) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (ExitCode.OUTPUT, b"")
