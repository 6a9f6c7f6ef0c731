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
PREPARED = """
from cableconv.plugins import Collector, Joins

class Shelf:
    def __init__(self, target):
        self.file = target.open("x")

    def add(self, prepared):
        self.file.write(f"{prepared} ")

    def close(self):
        self.file.close()

def prepare(cable):
    if cable.id == "08OSLO13":
        raise ValueError("too wet")
    return (lambda: None) if cable.id == "08OSLO17" else f"({cable.id})"

@hookimpl
def cableconv_collectors():
    yield Collector(name="shelf", open=Shelf, prepare=prepare, ending=".shelf", help="A shelf.")

@hookimpl
def cableconv_exporters():
    joins = Joins(prefix="(", separator=" ", suffix=")")
    yield Exporter(name="ids", encode=lambda cable: f"({cable.id})", ending=".ids", help="Ids.",
        joins=joins)
"""


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
def test_workers_start_where_the_temporary_folder_has_a_long_path(
    here: Path, process: Process
) -> None:
    temporary = here / ("a folder with a name longer than the path of a socket may be " * 3)
    temporary.mkdir()
    ended = process("in", "-o", "all.jsonl", "-j", "2", env=[("TMPDIR", str(temporary))])
    assert (ended.code, list(temporary.iterdir())) == (ExitCode.OK, [])


@pytest.mark.usefixtures("archive")
def test_documents_are_joined_in_input_order(
    here: Path, process: Process, plugin: InstallPlugin
) -> None:
    installed = [plugin(PREPARED)]
    for jobs in "12":
        process("in", "-o", f"all{jobs}.ids", "-j", jobs, plugins=installed)
    text = (here / "all1.ids").read_text()
    assert text.count("OSLO") == 110
    assert (here / "all2.ids").read_text() == text


def test_a_cable_that_cannot_be_prepared_or_sent_does_not_affect_others(
    archive: Path, here: Path, process: Process, plugin: InstallPlugin
) -> None:
    (archive / "dump.csv").unlink()
    ended = process("in", "-o", "all.shelf", "-j", "2", plugins=[plugin(PREPARED)])
    assert ended.code == ExitCode.FAILED
    assert "format 'shelf' (odd 1.2) failed on 08OSLO13: ValueError: too wet" in ended.err
    assert "c00017.txt" in ended.err
    assert len((here / "all.shelf").read_text().split()) == 38


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
