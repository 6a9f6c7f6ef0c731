"""Formats of many cables on the command line: one file or folder, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from calling import Call, InstallPlugin, Process

from cableconv.cli.exit_codes import ExitCode

FOLDER = """
from cableconv.plugins import Collector

class Shelf:
    def __init__(self, target):
        self.target = target

    def add(self, cable):
        if cable.id == "08SUVA19":
            raise ValueError("too wet")
        (self.target / f"{cable.id}.txt").write_text(cable.subject)

    def close(self):
        pass

@hookimpl
def cableconv_collectors():
    yield Collector(name="shelf", open=Shelf, folder=True, help="A shelf.")
"""


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_all_cables_of_a_folder_go_into_one_file(call: Call, here: Path) -> None:
    ended = call(str(here), "-o", "all.jsonl")
    assert (ended.code, ended.out) == (ExitCode.OK, "")
    assert len(lines(here / "all.jsonl")) == 3


def test_the_file_comes_back_as_the_same_cables(call: Call, here: Path) -> None:
    call("plain.txt", "three-pages.txt", "--to", "jsonl", "-o", "all.jsonl")
    call("all.jsonl", "--to", "json", "-o", "trees/")
    call("plain.txt", "--to", "json", "-o", "plain.json")
    plain = json.loads((here / "plain.json").read_bytes())
    assert plain in [json.loads(path.read_bytes()) for path in (here / "trees").glob("*.json")]


def test_one_input_has_its_collection_beside_it(call: Call, here: Path) -> None:
    call("plain.txt", "--to", "jsonl")
    assert len(lines(here / "plain.jsonl")) == 1


def test_several_inputs_need_a_place(call: Call, here: Path) -> None:
    ended = call("plain.txt", "three-pages.txt", "--to", "jsonl")
    assert ended.code == ExitCode.USAGE
    assert "say where: -o FILE.jsonl" in ended.err


def test_lines_go_to_standard_output(call: Call, here: Path) -> None:
    ended = call("plain.txt", "three-pages.txt", "--to", "jsonl", "-o", "-")
    assert len(ended.out.splitlines()) == 2


def test_both_kinds_of_format_go_into_one_folder(call: Call, here: Path) -> None:
    call("plain.txt", "three-pages.txt", "--to", "jsonl,text", "-o", "out/")
    names = sorted(path.name for path in (here / "out").glob("[!.]*"))
    assert names == ["cables.jsonl", "plain.cable.txt", "three-pages.cable.txt"]


def test_an_input_is_never_overwritten(call: Call, here: Path) -> None:
    call("plain.txt", "--to", "jsonl")
    ended = call("plain.jsonl", "--to", "jsonl")
    assert ended.code == ExitCode.USAGE
    assert "is an input" in ended.err


def test_an_older_collection_is_kept_if_asked(call: Call, here: Path) -> None:
    (here / "all.jsonl").write_text("old")
    call(str(here), "-o", "all.jsonl", "--no-clobber")
    assert (here / "all.jsonl").read_text() == "old"


def test_a_cable_that_a_collector_cannot_take_costs_only_itself(
    here: Path, process: Process, plugin: InstallPlugin
) -> None:
    arguments = (".", "--to", "shelf", "-o", "shelf")
    ended = process(*arguments, plugins=[plugin(FOLDER)])
    assert ended.code == ExitCode.FAILED
    assert "format 'shelf' (odd 1.2) failed on 08SUVA19: ValueError: too wet" in ended.err
    names = sorted(path.name for path in (here / "shelf").iterdir())
    assert names == [".cableconv", "08REYKJAVIK41.txt", "08VALLETTA112.txt"]
    assert not list(here.glob(".*.tmp"))


def test_a_folder_that_was_not_made_here_is_left_alone(
    here: Path, process: Process, plugin: InstallPlugin
) -> None:
    (here / "mine").mkdir()
    (here / "mine" / "diary.txt").write_text("Rain.")
    ended = process("plain.txt", "--to", "shelf", "-o", "mine", plugins=[plugin(FOLDER)])
    assert "holds files that were not made here" in ended.err
    assert [path.name for path in (here / "mine").iterdir()] == ["diary.txt"]


def test_a_folder_that_was_made_here_is_replaced(
    here: Path, process: Process, plugin: InstallPlugin
) -> None:
    shelf = [plugin(FOLDER)]
    process("plain.txt", "--to", "shelf", "-o", "shelf", plugins=shelf)
    first = {path.name for path in (here / "shelf").iterdir()}
    process("three-pages.txt", "--to", "shelf", "-o", "shelf", plugins=shelf)
    second = {path.name for path in (here / "shelf").iterdir()}
    assert first & second == {".cableconv"}
