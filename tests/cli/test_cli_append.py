"""Tests of ``--append``: new cables are added, changed ones replaced, all or nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import Call
from small_archive import write_archive

from cableconv.cli.exit_codes import ExitCode

SHELF = """
from cableconv.plugins import Collector, hookimpl

class Shelf:
    def __init__(self, target, text=""):
        self.file = target.open("x")
        self.file.write(text)

    def add(self, cable):
        if cable.id == "08OSLO4":
            raise ValueError("too wet")
        self.file.write(f"{cable.id} ")

    def close(self):
        self.file.close()

class Labels(Shelf):
    def add(self, label):
        self.file.write(label)

def prepare(cable):
    if cable.id == "08OSLO4":
        raise ValueError("too wet")
    return f"{cable.id} "

def kept(earlier, is_replaced):
    names = earlier.read_text().split()
    return "".join(f"{name} " for name in names if not is_replaced(name + "\\n"))

def append(target, earlier, is_replaced):
    return Shelf(target, kept(earlier, is_replaced))

def append_labels(target, earlier, is_replaced):
    return Labels(target, kept(earlier, is_replaced))

@hookimpl
def cableconv_collectors():
    yield Collector(name="shelf", open=Shelf, append=append, ending=".shelf", help="A shelf.")
    yield Collector(name="early", open=Labels, append=append_labels, prepare=prepare,
        ending=".early", help="A shelf of labels.")
    yield Collector(name="stone", open=Shelf, ending=".stone", help="Written once.")
"""


@pytest.fixture
def two_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create ``old`` with the cables 1 to 3, and ``new`` with 2 (another subject), 4 and 5."""
    monkeypatch.chdir(tmp_path)
    write_archive(tmp_path / "all", 5)
    found = sorted((tmp_path / "all").rglob("*.txt"), key=lambda path: path.name)
    for folder, numbers in (("old", (1, 2, 3)), ("new", (2, 4, 5))):
        (tmp_path / folder).mkdir()
        for number in numbers:
            text = found[number - 1].read_text()
            if (folder, number) == ("new", 2):
                text = text.replace("SUBJECT: ", "SUBJECT: CHANGED ")
            (tmp_path / folder / f"{number}.txt").write_text(text)
    (tmp_path / "shelf.py").write_text(SHELF)
    return tmp_path


SHELVED = ("-o", "all.shelf", "--plugin", "shelf.py")


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_new_cables_are_added_and_changed_ones_replaced(call: Call, two_folders: Path) -> None:
    call("old", "-o", "all.jsonl")
    ended = call("new", "-o", "all.jsonl", "--append")
    assert ended.code == ExitCode.OK
    assert ids(Path("all.jsonl")) == ["08OSLO1", "08OSLO3", "08OSLO2", "08OSLO4", "08OSLO5"]
    assert Path("all.jsonl").read_text().count("CHANGED") == 1


def test_appending_the_same_cables_changes_nothing(call: Call, two_folders: Path) -> None:
    call("old", "-o", "all.jsonl")
    call("new", "-o", "all.jsonl", "--append")
    once = Path("all.jsonl").read_bytes()
    call("new", "-o", "all.jsonl", "--append", "--jobs", "2")
    assert Path("all.jsonl").read_bytes() == once


def test_a_missing_file_is_created(call: Call, two_folders: Path) -> None:
    assert call("old", "-o", "all.jsonl", "--append").code == ExitCode.OK
    assert ids(Path("all.jsonl")) == ["08OSLO1", "08OSLO2", "08OSLO3"]


def test_a_file_of_another_kind_is_not_changed(call: Call, two_folders: Path) -> None:
    Path("all.jsonl").write_text('{"a": 1}\n')
    ended = call("new", "-o", "all.jsonl", "--append")
    assert ended.code != ExitCode.OK
    assert "nothing can be added to it" in ended.err
    assert Path("all.jsonl").read_text() == '{"a": 1}\n'


@pytest.mark.parametrize(("form", "jobs"), [("shelf", "1"), ("early", "1"), ("early", "2")])
def test_a_failed_append_does_not_change_the_file(
    call: Call, two_folders: Path, form: str, jobs: str
) -> None:
    call("old", "-t", form, *SHELVED)
    ended = call("new", "-t", form, "-j", jobs, *SHELVED, "--append")
    assert ended.code == ExitCode.PLUGIN
    assert "too wet" in ended.err
    assert Path("all.shelf").read_text() == "08OSLO1 08OSLO2 08OSLO3 "
    Path("new/4.txt").unlink()
    assert call("new", "-t", form, *SHELVED, "--append").code == ExitCode.OK
    assert Path("all.shelf").read_text() == "08OSLO1 08OSLO3 08OSLO2 08OSLO5 "


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["-t", "stone", "-o", "all.stone"],
            "nothing can be added to a result in the format stone",
        ),
        (["-t", "json", "-o", "trees/"], "none is asked for"),
        (["-t", "jsonl", "-o", "-"], "not to standard output"),
        (["-t", "jsonl", "-o", "all.jsonl", "--no-clobber"], "leaves it as it is"),
    ],
)
def test_contradictory_options_are_refused(
    call: Call,
    two_folders: Path,
    arguments: list[str],
    says: str,
) -> None:
    ended = call("new", "--append", "--plugin", "shelf.py", *arguments)
    assert ended.code == ExitCode.USAGE
    assert says in ended.err


def test_an_edited_file_is_kept_unless_forced(call: Call, two_folders: Path) -> None:
    call("old", "-o", "all.jsonl", "--manifest", "run.jsonl")
    lines = Path("all.jsonl").read_text().splitlines(keepends=True)
    Path("all.jsonl").write_text("".join(lines[1:]))
    ended = call("new", "-o", "all.jsonl", "--append", "--manifest", "run.jsonl")
    assert "edited and kept" in ended.err
    assert ids(Path("all.jsonl")) == ["08OSLO2", "08OSLO3"]
    call("new", "-o", "all.jsonl", "--append", "--manifest", "run.jsonl", "--force")
    assert ids(Path("all.jsonl")) == ["08OSLO3", "08OSLO2", "08OSLO4", "08OSLO5"]
