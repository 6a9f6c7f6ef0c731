"""Streams that are closed: standard output and standard error, from the start or during a run.

The reader of a pipe may end, or the terminal may be closed, at any moment (twenty random ones in
the slow tests).
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from calling import Process, contents, results
from interrupted_runs import FEW, MANY, WAYS, Bench, Way, bench, is_there, moments

from cableconv.cli.exit_codes import ExitCode

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")


def end_by_closed_pipe(made: Bench, number: int) -> None:
    """The reader of standard output closes it in the middle of the first line, or later."""
    random = Random(number)
    for _ in range(number):
        with made.begun(("cables", "-t", "jsonl", "-o", "-")) as process:
            assert process.stdout is not None
            process.stdout.read(random.randrange(1, 20_000))
            process.stdout.close()
            assert process.stderr is not None
            said = process.stderr.read()
        assert (process.returncode, said) == (ExitCode.OUTPUT, b"")
        made.assert_nothing_is_half_done()


def test_a_closed_pipe_ends_the_run_silently(tmp_path: Path) -> None:
    end_by_closed_pipe(bench(tmp_path, "one file"), FEW)


@pytest.mark.slow
def test_pipes_closed_at_many_places(tmp_path: Path) -> None:
    end_by_closed_pipe(bench(tmp_path, "one file", MANY), MANY)


PIPED = {
    "a document": Way(("cables/01.txt", "-t", "docx")),
    "lines": Way(("cables", "-t", "jsonl")),
    "lines of workers": Way(("cables", "-t", "jsonl", "--jobs", "2")),
    "rows": Way(("cables", "-t", "csv"), frozenset({"tables"})),
    "a workbook": Way(("cables", "-t", "xlsx"), frozenset({"tables"})),
    "a database": Way(("cables", "-t", "sqlite"), frozenset({"sqlite"})),
}
"""What can be written to standard output."""


def end_at_closed_pipe(made: Bench, way: Way, number: int) -> None:
    """The reader of standard output ends at any moment; what the pipe holds counts as written."""
    if not is_there(way):
        pytest.skip("no installed plugin writes this")
    made.begin_again()
    for after in moments(Random(number), made.seconds, number):
        with made.begun((*way.arguments, "-o", "-")) as process:
            time.sleep(after)
            assert process.stdout is not None
            process.stdout.close()
            assert process.stderr is not None
            said = process.stderr.read()
        assert process.returncode in (ExitCode.OUTPUT, ExitCode.OK), said
        assert b"error" not in said
        assert contents(made.out) == {}
        made.assert_no_temporary_files()


def test_a_reader_of_rows_may_end(tmp_path: Path) -> None:
    end_at_closed_pipe(bench(tmp_path, "one file"), PIPED["rows"], FEW)


@pytest.mark.slow
@pytest.mark.parametrize("way", PIPED)
def test_readers_end_at_many_moments(tmp_path: Path, way: str) -> None:
    end_at_closed_pipe(bench(tmp_path, "one file", MANY), PIPED[way], MANY)


def run_unheard(made: Bench, after: float, *, on_terminal: bool) -> int:
    """Run, and close the pipe or terminal of standard error after that many seconds."""
    ours, theirs = os.openpty() if on_terminal else os.pipe()
    with subprocess.Popen(
        [sys.executable, "-m", "cableconv", *made.arguments, "--progress", "bar", "--verbose"],
        cwd=made.folder, env=made.environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=theirs, start_new_session=True,
    ) as process:  # fmt: skip
        os.close(theirs)
        time.sleep(after)
        os.close(ours)
        return process.wait(timeout=60)


def go_on_unheard(made: Bench, number: int) -> None:
    """As under ``nohup``, where SIGHUP doesn't end the run."""
    for trial, after in enumerate(moments(Random(number), made.seconds, number)):
        made.begin_again()
        assert run_unheard(made, after, on_terminal=trial % 2 == 0) == ExitCode.OK
        assert results(made.out) == made.whole
        made.assert_the_next_run_completes()


def test_a_closed_terminal_does_not_matter_to_files(tmp_path: Path) -> None:
    go_on_unheard(bench(tmp_path, "documents"), FEW)


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_messages_are_unheard_from_many_moments(tmp_path: Path, way: str) -> None:
    go_on_unheard(bench(tmp_path, way, MANY), MANY)


def test_the_first_line_is_written_before_the_last_cable_is_read(tmp_path: Path) -> None:
    made = bench(tmp_path, "one file")
    fifo = made.folder / "later.txt"
    os.mkfifo(fifo)
    with made.begun(("cables/00.txt", str(fifo), "-t", "jsonl", "-o", "-")) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b'{"cableconv"')
        fifo.write_bytes((made.folder / "cables" / "01.txt").read_bytes())
        assert process.stdout.readline().startswith(b'{"cableconv"')


CLOSED = ("<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-")


def end_with_closed_streams(made: Bench, closed: str) -> None:
    """Run from a shell with streams closed, whose numbers the next opened files get."""
    made.begin_again()
    command = [sys.executable, "-m", "cableconv", *made.arguments]
    ended = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", *command],
        cwd=made.folder, env=made.environment(), capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert ended.returncode == ExitCode.OK, ended
    assert ended.stdout == b""
    made.assert_the_next_run_completes()


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_closed_streams_do_not_matter_to_files(tmp_path: Path, closed: str) -> None:
    end_with_closed_streams(bench(tmp_path, "all at once"), closed)


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_any_streams_may_be_closed(tmp_path: Path, way: str) -> None:
    made = bench(tmp_path, way, MANY)
    for closed in CLOSED:
        end_with_closed_streams(made, closed)


FULL = "/dev/full"
SHOWS = [["--version"], ["--help"], ["show", "plain.txt"], ["plugins"], ["--list-formats"],
         ["check", "plain.txt"], ["schema", "json"], ["plain.txt", "-t", "json", "-o", "-"],
         ["plain.txt", "-t", "jsonl", "-o", "-"]]  # fmt: skip


@pytest.mark.parametrize("arguments", SHOWS, ids=" ".join)
@pytest.mark.parametrize(
    ("how", "code", "says"),
    [
        (f"os.dup2(os.open({FULL!r}, os.O_WRONLY), 1)", ExitCode.NO_ROOM, "the disk is full"),
        ("os.close(1); sys.stdout = None", ExitCode.OUTPUT, "standard output: is closed"),
    ],
    ids=["full", "closed"],
)
def test_output_that_cannot_be_printed_is_an_error(
    process: Process, how: str, code: ExitCode, says: str, arguments: list[str]
) -> None:
    if not Path(FULL).exists():
        pytest.skip("this system has no /dev/full")
    ended = process(*arguments, prelude=f"import os, sys; {how}")
    assert ended.code == code
    assert says in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize(
    "how", [f"os.dup2(os.open({FULL!r}, os.O_WRONLY), 2)", "os.close(2); sys.stderr = None"]
)
def test_standard_error_may_be_closed(here: Path, process: Process, how: str) -> None:
    if not Path(FULL).exists():
        pytest.skip("this system has no /dev/full")
    ended = process("plain.txt", "nowhere.txt", "-t", "json", prelude=f"import os, sys; {how}")
    assert ended.code == ExitCode.FAILED
    assert (here / "plain.json").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [("", ExitCode.USAGE), ("--stric", ExitCode.USAGE), ("no.txt -t json", ExitCode.INPUT)],
)
def test_the_exit_code_does_not_need_a_reader_of_messages(
    process: Process, arguments: str, code: ExitCode
) -> None:
    unread = "import os; reader, writer = os.pipe(); os.close(reader); os.dup2(writer, 2)"
    assert process(*arguments.split(), prelude=unread).code == code


def test_a_closed_standard_input_is_an_input_error(process: Process) -> None:
    ended = process("-", "-t", "json", prelude="import os, sys; os.close(0); sys.stdin = None")
    assert ended.code == ExitCode.INPUT
    assert ended.err.startswith("error: <stdin>: is closed")
