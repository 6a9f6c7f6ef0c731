"""Many cables and several processes: the same bytes for any number, also if workers are killed."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import InstallPlugin, Process, contents
from small_archive import write_archive, write_dump

from cableconv.cli.exit_codes import ExitCode

KILLER = """
def encode(cable):
    if cable.id == "08OSLO13":
        os.kill(os.getpid(), signal.SIGKILL)
    return cable.id

@hookimpl
def cableconv_exporters():
    yield Exporter(name="deadly", encode=encode, ending=".deadly", help="Kills.")
"""
ONCE = KILLER.replace(
    '    if cable.id == "08OSLO13":',
    '    if cable.id == "08OSLO13" and not os.path.exists("killed"):\n        open("killed", "w")',
)


@pytest.fixture
def archive(here: Path) -> Path:
    """Return a folder with forty cables in files and a dump of seventy."""
    folder = write_archive(here / "in", 40)
    write_dump(folder / "dump.csv", 70)
    return folder


def written(folder: Path) -> dict[str, bytes | None]:
    """Return the visible results of a run."""
    return {name: data for name, data in contents(folder).items() if "/." not in f"/{name}"}


@pytest.mark.usefixtures("archive")
def test_any_number_of_jobs_writes_the_same_bytes(here: Path, process: Process) -> None:
    for jobs in "123":
        ended = process("in", "--to", "xml,json,jsonl", "-o", f"out{jobs}/", "--jobs", jobs)
        assert (ended.code, ended.out) == (ExitCode.OK, "")
        assert "221 files written" in ended.err
    assert written(here / "out1") == written(here / "out2") == written(here / "out3")
    assert not list(here.rglob("*.tmp"))


@pytest.mark.usefixtures("archive")
def test_results_on_standard_output_are_in_input_order(process: Process) -> None:
    one, two = (process("in", "--to", "jsonl", "-o", "-", "-j", jobs) for jobs in "12")
    assert one.out == two.out
    assert one.out.count("\n") == 110


def test_a_cable_that_kills_its_worker_is_found_and_the_others_are_done(
    archive: Path, here: Path, process: Process, plugin: InstallPlugin
) -> None:
    (archive / "dump.csv").unlink()
    ended = process("in", "-t", "deadly", "-o", "out/", "-j", "2", plugins=[plugin(KILLER)])
    assert ended.code == ExitCode.FAILED
    assert "c00013.txt: the process that worked on it ended" in ended.err
    assert "39 files written, 1 input failed" in ended.err
    assert len(written(here / "out")) == 40 - 1 + len(["deep"])
    assert not list(here.rglob("*.tmp"))


def test_the_cables_of_a_killed_worker_are_converted_again(
    archive: Path, here: Path, process: Process, plugin: InstallPlugin
) -> None:
    (archive / "dump.csv").unlink()
    ended = process("in", "-t", "deadly", "-o", "out/", "-j", "2", plugins=[plugin(ONCE)])
    assert (ended.code, ended.err) == (ExitCode.OK, "40 files written\n")
    assert (here / "killed").exists()


def test_messages_of_workers_equal_those_of_one_process(
    archive: Path, here: Path, process: Process
) -> None:
    (archive / "c00007.txt").write_text("")
    (archive / "c00008.txt").write_bytes(b"%PDF-1.7")
    one, two = (process("in", "-t", "json", "-v", "-o", "out/", "-j", jobs) for jobs in "12")
    assert one.code == two.code == ExitCode.FAILED
    assert one.err == two.err
    assert "2 inputs failed" in one.err


def test_a_dump_on_standard_input_is_distributed_too(
    archive: Path, here: Path, process: Process
) -> None:
    data = (archive / "dump.csv").read_bytes()
    ended = process("-", "-t", "json", "-o", "out/", "-j", "2", stdin=data)
    assert ended.code == ExitCode.OK
    assert len(written(here / "out")) == 70
