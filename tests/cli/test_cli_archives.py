"""Archives, dumps and pages on the command line: results, their places, and messages."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pytest
from calling import Call

from cableconv.cli.exit_codes import ExitCode

FORMS = Path(__file__).parents[2] / "examples" / "forms"


@pytest.fixture
def archive(here: Path) -> Path:
    """Return an archive of two good cables, one of them twice, and a bad one; names are unsafe."""
    plain = (here / "plain.txt").read_bytes()
    with zipfile.ZipFile(here / "cables.zip", "w") as file:
        file.writestr("../../plain.txt", plain)
        file.writestr("again/plain.txt", plain)
        file.writestr("bad.txt", b"%PDF-1.7")
        file.writestr("page.html", (FORMS / "wikileaks-page.html").read_bytes())
    return here / "cables.zip"


def written(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.json"))


def test_results_are_named_by_cable_and_written_inside_the_folder(
    archive: Path, here: Path, call: Call
) -> None:
    ended = call("cables.zip", "-t", "json", "-o", "out/sub/")
    assert written(here) == [
        "out/sub/08REYKJAVIK41.json",
        "out/sub/08VALLETTA112.json",
        "out/sub/cables.08REYKJAVIK41.2.json",
    ]
    assert ended.code == ExitCode.FAILED
    assert "cables.zip/bad.txt: looks like a PDF" in ended.err
    assert "3 files written, 1 input failed" in ended.err


def test_a_second_run_writes_the_same_and_does_not_read_results(
    archive: Path, here: Path, call: Call
) -> None:
    call(".", "-t", "json")
    first = {name: (here / name).read_bytes() for name in written(here)}
    call(".", "-t", "json")
    assert {name: (here / name).read_bytes() for name in written(here)} == first


def test_the_result_of_a_compressed_file_lacks_its_ending(here: Path, call: Call) -> None:
    (here / "a.txt.gz").write_bytes(gzip.compress((here / "plain.txt").read_bytes()))
    assert call("a.txt.gz", "-t", "json").code == ExitCode.OK
    assert written(here) == ["a.json"]
    source = json.loads((here / "a.json").read_text(encoding="utf-8"))["source"]
    assert source["name"] == "a.txt.gz"


def test_check_names_the_member_and_line(archive: Path, here: Path, call: Call) -> None:
    ended = call("check", "-v", "cables.zip")
    assert "cables.zip/../../plain.txt: warning: its name in the archive leads out" in ended.out
    assert "cables.zip/page.html:" in ended.out


def test_a_dump_is_written_row_by_row(here: Path, call: Call) -> None:
    (here / "cables.csv").write_bytes((FORMS / "cables.csv").read_bytes())
    ended = call("cables.csv", "-t", "json", "-o", "out/")
    assert written(here) == [
        "out/08BRIDGETOWN307.json",
        "out/08NICOSIA611.json",
        "out/08REYKJAVIK41.json",
    ]
    assert "3 files written" in ended.err


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        ((FORMS / "wikileaks-page.html").read_bytes(), "wikileaks"),
        (gzip.compress((FORMS / "wikileaks-page.html").read_bytes()), "wikileaks"),
        ((FORMS / "cables.csv").read_bytes().split(b'"2"')[0], "dump"),
    ],
    ids=["page", "gzip", "row"],
)
def test_the_reader_of_standard_input_is_detected(
    here: Path, call: Call, data: bytes, reader: str
) -> None:
    ended = call("-", "-t", "json", stdin=data)
    assert json.loads(ended.out)["source"]["reader"] == reader
