"""Messages of runs over many cables, and one cable from several sources."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from calling import Call
from small_archive import cable, write_archive

from cableconv.cli.exit_codes import ExitCode


@pytest.fixture
def archive(here: Path) -> Path:
    """Return a folder with a hundred cables."""
    return write_archive(here / "in", 100)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_broken_file_in_a_hundred_does_not_affect_others(
    call: Call, archive: Path, here: Path, jobs: str
) -> None:
    (archive / "c00042.txt").write_bytes(b"%PDF-1.7")
    ended = call("in", "-t", "json", "-o", "out/", "--jobs", jobs)
    assert ended.code == ExitCode.FAILED
    error, *summary = ended.err.splitlines()
    assert error.startswith("error: in/c00042.txt: looks like a PDF")
    assert summary == [
        "      1 could not be read: in/c00042.txt",
        "99 files written, 1 input failed",
    ]
    assert len(list((here / "out").rglob("*.json"))) == 99


def test_the_summary_names_the_first_three_of_each_kind(call: Call, archive: Path) -> None:
    for number in (1, 2, 3, 4, 6):
        (archive / f"c0000{number}.txt").write_text("")
    (archive / "c00007.txt").write_bytes(b"%PDF-1.7")
    said = call("in", "-t", "json", "-o", "out/").err.splitlines()[-3:]
    assert said == [
        "      5 hold no cable: in/c00001.txt, in/c00002.txt, in/c00003.txt and 2 more",
        "      1 could not be read: in/c00007.txt",
        "94 files written, 6 inputs failed",
    ]


def test_a_run_ends_at_the_first_failure_on_request(call: Call, archive: Path, here: Path) -> None:
    (archive / "c00003.txt").write_text("")
    arguments = ("in", "-t", "json,jsonl", "-o", "out/", "--fail-fast")
    ended = call(*arguments, "--jobs", "1")
    assert ended.code == ExitCode.FAILED
    assert ended.err.endswith("2 files written, 1 input failed\n")
    assert not (here / "out" / "cables.jsonl").exists()
    assert call(*arguments, "--jobs", "2").code == ExitCode.FAILED


def test_the_bar_is_shown_on_terminals_only(
    call: Call, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_archive(here / "in", 25)
    assert call("in", "-t", "json", "-o", "out/").err == "25 files written\n"
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert "25/25" in call("in", "-t", "json", "-o", "out/").err
    assert "25/25" not in call("in", "-t", "json", "-o", "out/", "--progress", "none").err


def test_messages_replace_the_bar(
    call: Call, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (archive / "c00050.txt").write_text("")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    err = call("in", "-t", "json", "-o", "out/").err
    assert re.search(r"\r\x1b\[K(\x1b\[\d*m)*error", err)


@pytest.mark.usefixtures("archive")
def test_cables_are_selected_by_a_query(call: Call, here: Path) -> None:
    ended = call("in", "-t", "json", "-o", "out/", "--where", 'text:"lighthouse 7"', "-j", "2")
    assert ended.err == "1 file written\n"
    assert [path.name for path in (here / "out").rglob("*.json")] == ["c00007.json"]


@pytest.fixture
def twice(here: Path) -> Path:
    """Return a folder with three copies of a cable: doubtful, whole and cut off."""
    folder = here / "twice"
    folder.mkdir()
    (folder / "a.txt").write_bytes(cable(1).encode() + b"\nQuai d\xe9part\n")
    (folder / "b.txt").write_text(cable(1, "\n\n3. (U) He wound it twice, as he always did."))
    (folder / "c.txt").write_text(cable(1)[:-30])
    (folder / "d.txt").write_text(cable(2))
    return folder


@pytest.mark.parametrize(("way", "taken"), [("keep", "abcd"), ("first", "ad"), ("best", "bd")])
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.usefixtures("twice")
def test_one_of_several_duplicates_is_converted(
    call: Call, here: Path, way: str, taken: str, jobs: str
) -> None:
    ended = call("twice", "-t", "json,jsonl", "-o", "out/", "--duplicates", way, "-j", jobs)
    assert ended.code == ExitCode.OK
    assert sorted(path.stem for path in (here / "out").glob("*.json")) == [*taken]
    assert len((here / "out" / "cables.jsonl").read_text().splitlines()) == len(taken)
    manifest = (here / "out" / ".cableconv-manifest.jsonl").read_text().splitlines()
    left_out = [row["input"] for row in map(json.loads, manifest) if row.get("duplicate")]
    assert left_out == [f"../twice/{name}.txt" for name in "abc" if name not in taken]
