"""The files that a run reads, and the names of its results."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Call
from small_archive import cable, write_archive, write_dump

from cableconv.cli.exit_codes import ExitCode


@pytest.fixture
def archive(here: Path) -> Path:
    """Return a folder with ten cables, two of them in a subfolder."""
    return write_archive(here / "in", 10)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.json"))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_no_two_cables_are_written_to_one_file(call: Call, here: Path, jobs: str) -> None:
    folder = write_archive(here / "in", 3)
    write_dump(folder / "dump.csv", 2)
    (folder / "c.txt").write_text(cable(2).replace("OSLO", "Oslo"))
    call("in", "-t", "json", "-o", "out/", "--name", "{date:%Y}/{key}{ending}", "-j", jobs)
    assert names(here / "out") == [
        "2008/08OSLO1.2.json",
        "2008/08OSLO1.json",
        "2008/08OSLO2.2.json",
        "2008/08OSLO2.3.json",
        "2008/08OSLO2.json",
        "2008/08OSLO3.json",
    ]


@pytest.mark.usefixtures("archive")
def test_a_run_with_names_is_resumed(call: Call) -> None:
    arguments = ("in", "-t", "json", "-o", "out/", "--name", "{post}/{key}{ending}", "--resume")
    assert call(*arguments).err == "10 files written\n"
    assert call(*arguments).err == "0 files written, 10 unchanged\n"


@pytest.mark.usefixtures("archive")
def test_names_need_a_folder_and_a_pattern(call: Call) -> None:
    assert call("in", "-t", "json", "--name", "{key}").code == ExitCode.USAGE
    assert call("in", "-t", "json", "-o", "out/", "--name", "{kay}").code == ExitCode.USAGE


def test_a_cable_of_a_dump_is_named_by_its_key_without_replacing_others(
    call: Call, here: Path
) -> None:
    folder = here / "in"
    folder.mkdir()
    write_dump(folder / "a.csv", 2)
    (folder / "08OSLO2.txt").write_text(cable(7))
    assert call("in", "-t", "json", "-o", "out/").code == ExitCode.OK
    assert names(here / "out") == ["08OSLO1.json", "08OSLO2.json", "a.08OSLO2.2.json"]


@pytest.mark.parametrize(
    ("arguments", "taken"),
    [
        (["--include", "c0000[12].txt"], ["c00001.json", "c00002.json"]),
        (["--include", "deep/*"], ["deep/c00005.json", "deep/c00010.json"]),
        (["--exclude", "c0000?.txt"], ["deep/c00010.json"]),
        (["--include", "deep/*", "--exclude", "*10.txt"], ["deep/c00005.json"]),
    ],
)
@pytest.mark.usefixtures("archive")
def test_files_are_included_and_excluded_by_name(
    call: Call, here: Path, arguments: list[str], taken: list[str]
) -> None:
    call("in", "-t", "json", "-o", "out/", *arguments)
    assert names(here / "out") == taken


@pytest.mark.parametrize("between", [b"\n", b"\0"])
@pytest.mark.usefixtures("archive")
def test_files_are_read_from_a_list(here: Path, call: Call, between: bytes) -> None:
    listed = between.join([b"in/c00001.txt", b"in/c00003.txt", b""])
    (here / "list").write_bytes(listed)
    call("--files-from", "list", "-t", "json", "-o", "out/")
    call("--files-from", "-", "-t", "json", "-o", "piped/", stdin=listed)
    assert names(here / "out") == names(here / "piped") == ["c00001.json", "c00003.json"]
