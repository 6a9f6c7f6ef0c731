"""Tests of ``cableconv INPUT... --to FORMAT``: results, their places, and messages."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from calling import Call, InstallPlugin, Process

from cableconv.cli.exit_codes import ExitCode

ID = "08REYKJAVIK41"


def files(folder: Path) -> list[str]:
    """Return the paths below a folder."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_word_document_is_written_beside_its_cable(here: Path, process: Process) -> None:
    ended = process("plain.txt", "--to", "docx")
    assert ended == (0, "", "wrote plain.docx\n")
    assert (here / "plain.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("to", "name"),
    [("json", "plain.json"), ("xml", "plain.xml"), ("text", "plain.cable.txt")],
)
def test_each_format_has_its_ending(here: Path, call: Call, to: str, name: str) -> None:
    assert call("plain.txt", "--to", to).code == 0
    assert (here / name).stat().st_size > 500


def test_several_formats_are_written_at_once(here: Path, call: Call) -> None:
    assert call("plain.txt", "-t", "json", "--to", "xml").code == 0
    assert call("three-pages.txt", "-t", "json,xml,json").code == 0
    assert {"plain.json", "plain.xml", "three-pages.json", "three-pages.xml"} <= set(files(here))


def test_a_file_a_folder_that_exists_and_a_folder_to_make(here: Path, call: Call) -> None:
    (here / "there").mkdir()
    call("plain.txt", "-t", "json", "-o", "one.tree")
    call("plain.txt", "-t", "json", "-o", "there")
    call("plain.txt", "-t", "json", "-o", "new/deep/")
    call("plain.txt", "three-pages.txt", "-t", "json", "-o", "several")
    written = {"one.tree", "there/plain.json", "new/deep/plain.json"}
    assert written | {"several/plain.json", "several/three-pages.json"} <= set(files(here))


@pytest.mark.parametrize(
    ("name", "opening"),
    [
        ("a.docx", b"PK"),
        ("a.xml", b"<?xml"),
        ("a.json", b"{"),
        ("a.txt", b""),
        ("a.cable.txt", b""),
    ],
)
def test_the_ending_of_the_output_selects_the_format(
    here: Path, call: Call, name: str, opening: bytes
) -> None:
    assert call("plain.txt", "-o", name).code == 0
    assert (here / name).read_bytes().startswith(opening)


def test_standard_input_goes_to_standard_output(here: Path, process: Process) -> None:
    ended = process("-", "--to", "json", stdin=(here / "plain.txt").read_bytes())
    assert ended.code == 0
    assert ended.err == ""
    assert json.loads(ended.out)["id"] == ID


def test_the_structure_of_a_folder_is_kept(here: Path, call: Call) -> None:
    (here / "in" / "deep").mkdir(parents=True)
    shutil.move("plain.txt", "in/a.txt")
    shutil.move("three-pages.txt", "in/deep/a.txt")
    (here / "in" / "notes.rtf").write_bytes(b"{\\rtf1}")
    ended = call("in", "-t", "json", "-o", "out")
    assert (ended.code, ended.err) == (0, "2 files written\n")
    assert {"out/a.json", "out/deep/a.json"} <= set(files(here))
    call("in", "-t", "json")
    assert {"in/a.json", "in/deep/a.json"} <= set(files(here))


def test_outputs_of_an_earlier_run_are_not_inputs(here: Path, call: Call) -> None:
    (here / "a.cable.txt").write_bytes((here / "plain.txt").read_bytes())
    arguments = (".", "-t", "text", "-t", "json", "-o")
    call(".", "-t", "text", "-t", "json", "-f", "telegram")
    call(*arguments, "out")
    before = files(here)
    call(*arguments, "out")
    assert files(here) == before
    assert "out/a.json" in before  # an input like others, as no text is beside it


def test_a_file_named_like_a_command_is_given_with_its_folder(here: Path, call: Call) -> None:
    shutil.copy("plain.txt", "show")
    assert call("./show", "-t", "json").code == 0
    assert call("convert", "show", "-t", "xml").code == 0
    assert {"show.json", "show.xml"} <= set(files(here))


def test_the_same_file_twice_is_converted_once(here: Path, call: Call) -> None:
    assert call("plain.txt", "./plain.txt", "-t", "json").err.endswith("1 file written\n")


def test_an_older_output_is_replaced(here: Path, call: Call) -> None:
    (here / "plain.json").write_text("old")
    call("plain.txt", "-t", "json")
    assert json.loads((here / "plain.json").read_text())["id"] == ID


def test_no_clobber_keeps_an_older_output(here: Path, call: Call) -> None:
    (here / "plain.json").write_text("old")
    ended = call("plain.txt", "-t", "json", "-t", "xml", "--no-clobber")
    assert ended.code == 0
    assert "kept plain.json" in ended.err
    assert (here / "plain.json").read_text() == "old"
    assert (here / "plain.xml").exists()


def test_options_go_to_the_formats_that_have_them(here: Path, call: Call) -> None:
    call("plain.txt", "-t", "json", "-t", "docx", "-O", "indent=3", "-O", "docx.paper=a4")
    assert '\n   "' in (here / "plain.json").read_text()


def test_a_scoped_option_is_for_one_format_only(here: Path, call: Call) -> None:
    call("plain.txt", "-t", "json", "-t", "xml", "-O", "json.indent=0", "-O", "xml.indent=4")
    assert "\n" not in (here / "plain.json").read_text().strip()
    assert "\n    <" in (here / "plain.xml").read_text()


def test_one_bad_file_does_not_stop_the_rest(here: Path, call: Call) -> None:
    (here / "empty.txt").touch()
    ended = call("empty.txt", "missing.txt", "plain.txt", "three-pages.txt", "-t", "json")
    assert ended.code == 1
    assert "error: empty.txt: no cable" in ended.err
    assert "error: missing.txt: no such file" in ended.err
    assert ended.err.endswith("2 files written, 2 inputs failed\n")


def test_a_warning_of_one_file_is_a_line(here: Path, call: Call) -> None:
    (here / "plain.txt").write_bytes((here / "plain.txt").read_bytes() + b"caf\xe9\n")
    lines = call("plain.txt", "-t", "json").err.splitlines()
    assert lines[0].startswith("plain.txt:")
    assert ": warning: " in lines[0]
    assert lines[0].endswith("(encoding-fallback)")


def test_warnings_of_many_files_are_counted(here: Path, call: Call) -> None:
    for name in ("plain.txt", "three-pages.txt"):
        (here / name).write_bytes((here / name).read_bytes() + b"caf\xe9\n")
    ended = call("plain.txt", "three-pages.txt", "-t", "json")
    assert "2 warning encoding-fallback in 2 files: plain.txt, three-pages.txt" in ended.err
    assert "plain.txt:" not in ended.err


def test_notes_are_shown_on_request(here: Path, call: Call) -> None:
    assert ": info: " not in call("three-pages.txt", "-t", "json").err
    assert ": info: " in call("three-pages.txt", "-t", "json", "-v").err


def test_quiet_shows_only_errors(here: Path, call: Call) -> None:
    (here / "plain.txt").write_bytes((here / "plain.txt").read_bytes() + b"caf\xe9\n")
    assert call("plain.txt", "-t", "json", "-q").err == ""
    assert call("missing", "-t", "json", "-q").err.startswith("error: missing")


def test_strict_fails_on_warnings(here: Path, call: Call) -> None:
    (here / "latin.txt").write_bytes((here / "plain.txt").read_bytes() + b"caf\xe9\n")
    (here / "latin.json").write_text("old")
    ended = call("latin.txt", "-t", "json", "--strict")
    assert ended.code == 1
    assert "error: latin.txt: nothing written" in ended.err
    assert (here / "latin.json").read_text() == "old"
    assert call("plain.txt", "-t", "json", "--strict").code == 0


def test_the_encoding_can_be_forced(here: Path, call: Call) -> None:
    text = (here / "plain.txt").read_text() + "\nłódź\n"
    (here / "polish.txt").write_bytes(text.encode("iso-8859-2"))
    assert call("polish.txt", "-t", "json", "--encoding", "iso-8859-2").code == 0
    assert "łódź" in (here / "polish.json").read_text(encoding="utf-8")


def test_the_reader_can_be_forced(here: Path, call: Call) -> None:
    ended = call("markdown-scrape.md", "-t", "json", "-o", "-", "-f", "telegram")
    assert json.loads(ended.out)["source"]["reader"] == "telegram"


def test_formats_and_readers_are_listed(call: Call) -> None:
    listed = call("--list-formats", "--no-plugins").out
    for word in ("docx", "-O indent=NUMBER", ".cable.txt", "Readers (--from)", "markdown"):
        assert word in listed


def test_an_empty_call_shows_the_help_and_fails(call: Call) -> None:
    ended = call()
    assert ended.code == 2
    assert ended.err.startswith("Usage: cableconv INPUT...")


def test_colours_are_used_on_terminals_only(here: Path, call: Call) -> None:
    assert "\x1b" not in call("missing", "-t", "json").err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no /dev/null")
def test_a_device_is_written_to_instead_of_replaced(here: Path, call: Call) -> None:
    assert call("plain.txt", "-t", "json", "-o", "/dev/null").code == 0
    assert not os.path.isfile("/dev/null")  # noqa: PTH113


def test_losses_are_listed_on_request(call: Call) -> None:
    said = call("three-pages.txt", "-t", "text", "--report-loss", "--quiet").err.splitlines()
    assert said[0] == "three-pages.txt: info: text leaves out furniture (5) (format-omits)"
    assert "three-pages.txt: info: text leaves out source (format-omits)" in said
    assert call("three-pages.txt", "-t", "json", "--report-loss", "--quiet").err == ""


def test_losses_of_many_cables_are_listed(call: Call) -> None:
    said = call(".", "-t", "text", "--report-loss", "-o", "out/").err
    assert said.count("text leaves out source") == 3


def test_losses_are_shown_only_on_request(call: Call) -> None:
    ended = call("plain.txt", "--to", "text", "-v")
    assert "leaves out" not in ended.err
    assert ended.err.endswith("wrote plain.cable.txt\n")


def test_losses_that_are_declared_do_not_fail_a_strict_run(call: Call) -> None:
    assert call("plain.txt", "-t", "text", "--report-loss", "--strict").code == 0


def test_without_a_format_or_an_ending_the_formats_are_listed(call: Call) -> None:
    ended = call("plain.txt")
    assert ended.code == ExitCode.USAGE
    assert "no format; choose one with --to. Available: " in ended.err


def test_a_format_is_known_by_an_ending_of_two_parts(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    odd = plugin(
        "@hookimpl\ndef cableconv_exporters():\n"
        "    yield Exporter(name='odd', encode=lambda cable: 'x', ending='.odd.z', help='Odd.')\n"
    )
    assert call("plain.txt", "-o", "a.odd.z", plugins=[odd]).code == ExitCode.OK
    assert (here / "a.odd.z").read_text() == "x"
    assert call("plain.txt", "-o", "a.even.z", plugins=[odd]).code == ExitCode.USAGE


def test_text_is_written_to_a_terminal(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert call("plain.txt", "-t", "json", "-o", "-").code == ExitCode.OK


def test_ids_that_differ_only_in_case_have_distinct_names(call: Call, here: Path) -> None:
    """Otherwise one would replace the other where a file system ignores case."""
    trees = [f'{{"id":"{name}","body":[]}}' for name in ("07OSLO1", "07oslo1")]
    (here / "d.jsonl").write_text("\n".join(trees))
    call("d.jsonl", "-t", "xml", "-o", "out/")
    names = sorted(path.name for path in (here / "out").glob("*.xml"))
    assert names == ["07OSLO1.xml", "d.07oslo1.2.xml"]
