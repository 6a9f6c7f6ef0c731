"""Interrupted runs that are resumed, and results that were edited."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from calling import Call, python_path, results
from small_archive import cable, write_archive, write_dump

from cableconv.cli.exit_codes import ExitCode
from cableconv.corpus.manifest import DEFAULT_NAME

ALL = ("in", "--to", "docx,json,jsonl", "-o", "out/")


@pytest.fixture
def archive(here: Path) -> Path:
    """Return a folder with ten cables in files and a dump of five."""
    folder = write_archive(here / "in", 10)
    write_dump(folder / "dump.csv", 5)
    return folder


def rows(folder: Path) -> list[dict[str, Any]]:
    """Return the rows of the manifest in a folder."""
    lines = (folder / DEFAULT_NAME).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def timeless(folder: Path) -> list[dict[str, Any]]:
    """Return the rows without values that differ between runs."""
    return [{key: value for key, value in row.items() if key != "time"} for row in rows(folder)]


@pytest.mark.usefixtures("archive")
def test_the_manifest_has_a_line_for_each_cable(call: Call, here: Path) -> None:
    call("in", "-t", "json", "-O", "indent=3", "-o", "out/")
    found = rows(here / "out")
    assert len(found) == 15
    first, in_dump = found[0], next(row for row in found if row.get("row") == 5)
    assert first["input"] == "../in/c00001.txt"
    assert first["id"] == "08OSLO1"
    assert len(first["sha256"]) == len(first["outputs"][0]["sha256"]) == 64
    assert first["outputs"][0]["path"] == "c00001.json"
    assert first["outputs"][0]["exporter"].startswith("json (cableconv ")
    assert first["outputs"][0]["options"] == {"indent": 3}
    assert (in_dump["id"], in_dump["position"]) == ("08OSLO5", 5)


@pytest.mark.usefixtures("archive")
def test_failures_are_in_the_manifest_with_their_reason(call: Call, here: Path) -> None:
    (here / "in" / "c00003.txt").write_bytes(b"%PDF-1.7")
    assert call("in", "-t", "json", "-o", "out/").code == ExitCode.FAILED
    failed = [row for row in rows(here / "out") if "error" in row]
    assert [row["input"] for row in failed] == ["../in/c00003.txt"]
    assert "looks like a PDF" in failed[0]["error"]


@pytest.mark.usefixtures("archive")
def test_finished_cables_are_not_converted_again(call: Call, here: Path) -> None:
    call("in", "-t", "json,docx", "-o", "out/")
    before = {path: path.stat().st_mtime_ns for path in (here / "out").rglob("*.json")}
    manifest = rows(here / "out")
    ended = call("in", "-t", "json,docx", "-o", "out/", "--resume")
    assert (ended.code, ended.err) == (ExitCode.OK, "0 files written, 30 unchanged\n")
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert rows(here / "out") == manifest


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_only_changed_cables_are_converted_again(
    call: Call, archive: Path, here: Path, jobs: str
) -> None:
    call("in", "-t", "json", "-o", "out/")
    (archive / "c00002.txt").write_text(cable(2, "\n\n3. (U) He wound it twice."), encoding="utf-8")
    (archive / "c00011.txt").write_text(cable(11), encoding="utf-8")
    (here / "out" / "c00003.json").unlink()
    ended = call("in", "-t", "json", "-o", "out/", "--resume", "-j", jobs)
    assert ended.err == "3 files written, 13 unchanged\n"
    assert "wound it twice" in (here / "out" / "c00002.json").read_text()
    assert len(rows(here / "out")) == 16


@pytest.mark.usefixtures("archive")
def test_another_option_or_transform_converts_again(call: Call, here: Path) -> None:
    call("in", "-t", "json", "-o", "out/")
    again = ("in", "-t", "json", "-o", "out/", "--resume")
    assert call(*again, "-O", "indent=1").err == "15 files written\n"
    assert call(*again, "-O", "indent=1").err == "0 files written, 15 unchanged\n"
    assert call(*again, "--transform", "title-case").err.endswith("15 files written\n")


@pytest.mark.usefixtures("archive")
def test_failed_inputs_are_tried_again(call: Call, here: Path) -> None:
    (here / "in" / "c00003.txt").write_text("")
    assert call("in", "-t", "json", "-o", "out/").code == ExitCode.FAILED
    assert call("in", "-t", "json", "-o", "out/", "--resume").code == ExitCode.FAILED
    (here / "in" / "c00003.txt").write_text(cable(3), encoding="utf-8")
    ended = call("in", "-t", "json", "-o", "out/", "--resume")
    assert (ended.code, ended.err) == (ExitCode.OK, "1 file written, 14 unchanged\n")
    assert not [row for row in rows(here / "out") if "error" in row]


@pytest.mark.usefixtures("archive")
def test_an_edited_result_is_kept_and_reported(call: Call, here: Path) -> None:
    call("in", "-t", "json", "-o", "out/")
    mine = here / "out" / "c00004.json"
    mine.write_text("mine")
    for more in ([], ["--resume"], [], ["--resume", "-O", "indent=1"]):
        ended = call("in", "-t", "json", "-o", "out/", *more)
        assert "kept out/c00004.json: it was edited" in ended.err
        assert ended.err.endswith("1 edited and kept\n")
        assert mine.read_text() == "mine"
    call("in", "-t", "json", "-o", "out/", "--force")
    assert json.loads(mine.read_text())["id"] == "08OSLO4"


def test_an_edited_word_document_is_detected_without_a_manifest(call: Call, here: Path) -> None:
    call("plain.txt", "-t", "docx")
    document = here / "plain.docx"
    edit(document)
    edited = document.read_bytes()
    assert "edited" in call("plain.txt", "-t", "docx").err
    assert document.read_bytes() == edited
    call("plain.txt", "-t", "docx", "--force")
    assert document.read_bytes() != edited


def edit(document: Path) -> None:
    """Change a word in a document, as a user would in Word."""
    import docx

    opened = docx.Document(str(document))
    opened.paragraphs[-1].add_run(" Seen.")
    opened.save(str(document))


@pytest.mark.usefixtures("archive")
def test_an_edited_file_of_many_cables_is_kept(call: Call, here: Path) -> None:
    call(*ALL)
    (here / "out" / "cables.jsonl").write_text("mine")
    assert "cables.jsonl: it was edited" in call(*ALL).err
    assert (here / "out" / "cables.jsonl").read_text() == "mine"


@pytest.mark.usefixtures("archive")
def test_a_partial_last_line_is_not_a_row(call: Call, here: Path) -> None:
    call("in", "-t", "json", "-o", "out/")
    whole = timeless(here / "out")
    manifest = here / "out" / DEFAULT_NAME
    manifest.write_bytes(manifest.read_bytes()[:-40])
    ended = call("in", "-t", "json", "-o", "out/", "--resume")
    assert ended.err == "1 file written, 14 unchanged\n"
    assert timeless(here / "out") == whole


def without_manifest(folder: Path) -> dict[str, bytes | None]:
    return {name: data for name, data in results(folder).items() if DEFAULT_NAME not in name}


@pytest.fixture
def zipped(here: Path) -> Path:
    """Return a zip archive of five cables, which is read in this process and not by workers."""
    with zipfile.ZipFile(here / "five.zip", "w") as file:
        for number in range(1, 6):
            file.writestr(f"{number}.txt", cable(number))
    return here / "five.zip"


@pytest.mark.usefixtures("zipped")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("more", ["", ",jsonl"])
def test_only_unfinished_cables_of_an_archive_are_converted(
    call: Call, here: Path, jobs: str, more: str
) -> None:
    command = ("five.zip", "-t", f"json{more}", "-o", "out/", "--jobs", jobs)
    call(*command)
    whole = without_manifest(here / "out")
    for lost in sorted((here / "out").glob("*.json"))[1:3]:
        lost.unlink()
    written = 2 + bool(more)  # a file of many cables is written again
    said = call(*command, "--resume").err
    assert said.splitlines()[-1] == f"{written} files written, 3 unchanged"
    assert without_manifest(here / "out") == whole


@pytest.mark.usefixtures("archive")
def test_results_in_another_folder_do_not_count(call: Call, here: Path) -> None:
    command = ("in", "-t", "json", "--manifest", "done.jsonl")
    call(*command, "-o", "out/")
    call(*command, "-o", "other/", "--resume")
    files = {path.name for path in (here / "in").glob("*.txt")}
    assert {path.with_suffix(".txt").name for path in (here / "other").glob("c*.json")} == files


@pytest.mark.usefixtures("archive")
def test_a_file_that_is_not_a_manifest_is_not_changed(call: Call, here: Path) -> None:
    (here / "mine.txt").write_text("Rain.\n")
    ended = call("in", "-t", "json", "-o", "out/", "--manifest", "mine.txt")
    assert ended.code == ExitCode.INPUT
    assert "is not a manifest" in ended.err
    assert (here / "mine.txt").read_text() == "Rain.\n"


def test_resuming_needs_a_manifest(call: Call) -> None:
    ended = call("plain.txt", "-t", "json", "--resume")
    assert ended.code == ExitCode.USAGE
    assert "no manifest to resume from" in ended.err


def killed_and_resumed(here: Path, times: int, longest: float) -> None:
    """Kill a run's process group at random moments several times, then let it finish."""
    command = [sys.executable, "-m", "cableconv", *ALL, "--jobs", "2", "--resume", "-q"]
    env = {**os.environ, "PYTHONPATH": python_path(), "PYTHONUTF8": "1"}
    for _ in range(times):
        started = subprocess.Popen(command, cwd=here, env=env, start_new_session=True)
        time.sleep(random.uniform(0.3, longest))
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()
    subprocess.run(command, cwd=here, env=env, check=True)


def undisturbed(call: Call, here: Path, cables: int) -> dict[str, bytes | None]:
    """Return the results of an uninterrupted run, and remove them."""
    write_archive(here / "in", cables)
    write_dump(here / "in" / "dump.csv", cables)
    call(*ALL, "--jobs", "1")
    made = results(here / "out")
    (here / "out").rename(here / "alone")
    return made


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no such signal")
def test_a_killed_run_can_be_resumed_with_the_same_result(call: Call, here: Path) -> None:
    expected = undisturbed(call, here, 40)
    killed_and_resumed(here, 2, 1.0)
    assert results(here / "out") == expected
    assert sorted(map(str, timeless(here / "out"))) == sorted(map(str, timeless(here / "alone")))


@pytest.mark.skipif(sys.platform != "linux", reason="locks tell which drafts are abandoned")
@pytest.mark.parametrize("place", [".", "out"])
def test_drafts_of_a_manifest_are_cleared(call: Call, here: Path, place: str) -> None:
    write_archive(here / "in", 2)
    litter = here / place / ".run.jsonl.cableconv-0123abcd.tmp"
    litter.parent.mkdir(exist_ok=True)
    litter.touch()
    ended = call("in", "-t", "json", "-o", "out/", "--manifest", f"{place}/run.jsonl")
    assert ended.code == ExitCode.OK
    assert not litter.exists()


@pytest.mark.slow
def test_a_run_killed_twenty_times_can_be_resumed_with_the_same_result(
    call: Call, here: Path
) -> None:
    expected = undisturbed(call, here, 500)
    killed_and_resumed(here, 20, 2.5)
    assert results(here / "out") == expected


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_name_that_is_not_utf_8_is_in_the_manifest(call: Call, here: Path, jobs: str) -> None:
    (here / "in").mkdir()
    for name in (b"\xff\xfe.txt", b"a.txt"):
        (here / "in" / os.fsdecode(name)).write_text(cable(1), encoding="utf-8")
    command = ("in", "-t", "json,xml", "-o", "out/", "--jobs", jobs)
    assert call(*command).err == "4 files written\n"
    assert call(*command, "--resume").err == "0 files written, 4 unchanged\n"
    (here / "in" / os.fsdecode(b"\xff\xfe.txt")).write_text(cable(2), encoding="utf-8")
    assert call(*command, "--resume").err == "2 files written, 2 unchanged\n"
