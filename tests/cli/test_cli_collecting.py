"""Formats of many cables on the command line: one file or folder, complete or not written."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from calling import Call, InstallPlugin

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

JOINING = """
from cableconv.cable import Diagnostic
from cableconv.plugins import Collector, Joins

def encode(cable):
    return f"({cable.id})"

def losses(cable):
    yield Diagnostic(code="dried", severity="warning", message="it was wet")

@hookimpl
def cableconv_exporters():
    joins = Joins(prefix="(", separator=" ", suffix=")")
    yield Exporter(name="ids", encode=encode, ending=".ids", help="Ids.", omits=(), joins=joins,
        losses=losses)
"""


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_all_cables_of_a_folder_go_into_one_file(call: Call, here: Path) -> None:
    ended = call(str(here), "-o", "all.jsonl")
    assert (ended.code, ended.out) == (ExitCode.OK, "")
    assert len(lines(here / "all.jsonl")) == 3


def test_the_file_of_all_cables_is_named(call: Call) -> None:
    ended = call("plain.txt", "three-pages.txt", "-o", "all.jsonl")
    assert "wrote all.jsonl" in ended.err.splitlines()


def test_the_file_is_read_as_the_same_cables(call: Call, here: Path) -> None:
    call("plain.txt", "three-pages.txt", "--to", "jsonl", "-o", "all.jsonl")
    call("all.jsonl", "--to", "json", "-o", "trees/")
    call("plain.txt", "--to", "json", "-o", "plain.json")
    plain = json.loads((here / "plain.json").read_bytes())
    assert plain in [json.loads(path.read_bytes()) for path in (here / "trees").glob("*.json")]


def test_the_collection_of_one_input_is_written_beside_it(call: Call, here: Path) -> None:
    call("plain.txt", "--to", "jsonl")
    assert len(lines(here / "plain.jsonl")) == 1


def test_several_cables_in_one_word_document_are_a_dossier(call: Call, here: Path) -> None:
    ended = call("plain.txt", "three-pages.txt", "--to", "docx", "-o", "all.docx")
    assert ended.code == ExitCode.OK
    document = zipfile.ZipFile(here / "all.docx").read("word/document.xml").decode()
    assert document.count("<w:pageBreakBefore/>") == 2
    assert document.count('<w:pStyle w:val="Contents"/>') == 2


def test_a_single_cable_is_a_document_that_can_be_read_back(call: Call, here: Path) -> None:
    call("plain.txt", "--to", "docx", "-o", "one.docx")
    assert "customXml/item1.xml" in zipfile.ZipFile(here / "one.docx").namelist()


def test_several_inputs_need_an_output(call: Call, here: Path) -> None:
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


def test_a_cable_that_a_collector_refuses_does_not_affect_others(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    arguments = (".", "--to", "shelf", "-o", "shelf")
    ended = call(*arguments, plugins=[plugin(FOLDER)])
    assert ended.code == ExitCode.FAILED
    assert "format 'shelf' (odd 1.2) failed on 08SUVA19: ValueError: too wet" in ended.err
    names = sorted(path.name for path in (here / "shelf").iterdir())
    assert names == [".cableconv", "08REYKJAVIK41.txt", "08VALLETTA112.txt"]
    assert not list(here.glob(".*.tmp"))


def test_a_folder_of_other_files_is_not_replaced(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    (here / "mine").mkdir()
    (here / "mine" / "diary.txt").write_text("Rain.")
    ended = call("plain.txt", "--to", "shelf", "-o", "mine", plugins=[plugin(FOLDER)])
    assert "holds files that cableconv did not write" in ended.err
    assert [path.name for path in (here / "mine").iterdir()] == ["diary.txt"]


def test_a_folder_of_an_earlier_run_is_replaced(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    shelf = [plugin(FOLDER)]
    call("plain.txt", "--to", "shelf", "-o", "shelf", plugins=shelf)
    first = {path.name for path in (here / "shelf").iterdir()}
    call("three-pages.txt", "--to", "shelf", "-o", "shelf", plugins=shelf)
    second = {path.name for path in (here / "shelf").iterdir()}
    assert first & second == {".cableconv"}


@pytest.mark.parametrize("arguments", [("-o", "all.ids"), ("--to", "ids", "-o", "all.txt")])
def test_documents_that_can_be_joined_are_written_to_one_file(
    here: Path, call: Call, plugin: InstallPlugin, arguments: tuple[str, ...]
) -> None:
    ended = call(".", *arguments, plugins=[plugin(JOINING)])
    assert (ended.code, ended.out) == (ExitCode.OK, "")
    text = (here / arguments[-1]).read_text()
    assert sorted(text.strip("()").split()) == ["08REYKJAVIK41", "08SUVA19", "08VALLETTA112"]


def test_documents_that_can_be_joined_are_written_to_standard_output(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    arguments = ("plain.txt", "three-pages.txt", "--to", "ids", "-o", "-")
    ended = call(*arguments, plugins=[plugin(JOINING)])
    assert re.fullmatch(r"\(\w+ \w+\)", ended.out)


def test_documents_that_can_be_joined_are_separate_in_a_folder(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    call(".", "--to", "ids", "-o", "out/", plugins=[plugin(JOINING)])
    assert all(re.fullmatch(r"\(\w+\)", path.read_text()) for path in (here / "out").glob("*.ids"))
    assert len(list((here / "out").glob("*.ids"))) == 3


def test_losses_in_one_file_are_reported(here: Path, call: Call, plugin: InstallPlugin) -> None:
    ended = call("plain.txt", "--to", "ids", "-o", "a.ids", "--report-loss",
                    plugins=[plugin(JOINING)])  # fmt: skip
    assert "it was wet" in ended.err
