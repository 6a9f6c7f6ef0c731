"""Wrong names are answered with suggestions."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Call

from cableconv.cli.exit_codes import ExitCode
from cableconv.plugins.suggestions import OWN


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chek", "check"),
        ("shwo", "show"),
        ("Find", "find"),
        ("formats", "--list-formats"),
        ("help", "--help"),
    ],
)
def test_a_misspelt_command_is_recognized(call: Call, typed: str, meant: str) -> None:
    ended = call(typed, "plain.txt")
    assert ended.code == ExitCode.USAGE
    assert f"{typed}: no such command or file; did you mean cableconv {meant}?" in ended.err


def test_a_file_with_a_commands_name_is_a_file(here: Path, call: Call) -> None:
    (here / "plain.txt").rename("chek")
    assert call("chek", "--to", "json", "-o", "-").code == ExitCode.OK


@pytest.mark.parametrize("typed", ["https://example.org/cable.html", "http://a/b", "file:///a"])
def test_a_web_address_is_not_a_file(call: Call, typed: str) -> None:
    ended = call(typed, "--to", "json")
    assert ended.code == ExitCode.INPUT
    address = typed.replace("file:///", "file://")  # as a path it has one slash
    assert f"{address}: is a web address, but only files can be read; save the page" in ended.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("find", "plain.txt"), "write: cableconv find plain.txt WORDS"),
        (("find",), "cableconv find --help has every option"),
        (("schema",), "Choose from: json, xml. cableconv schema --help has every option"),
        (("plugins", "new"), "cableconv plugins new --help has every option"),
        (("plain.txt", "-t", "json", "-j", "0"), "x>=1. cableconv --help has every option"),
        (("plain.txt", "-t", "json", "-O", "indent"), "for example indent=2"),
        (
            ("plain.txt", "-t", "json", "--transform", "redact", "-T", "above"),
            "for example redact.above=unclassified",
        ),
    ],
)
def test_an_incomplete_call_is_answered_by_its_own_command(
    call: Call, arguments: tuple[str, ...], says: str
) -> None:
    ended = call(*arguments)
    assert ended.code == ExitCode.USAGE
    assert says in ended.err


@pytest.mark.parametrize("typed", ["*.cable", "cables/??.txt", "[a-b].txt"])
def test_an_unexpanded_shell_pattern_is_explained(call: Call, typed: str) -> None:
    ended = call(typed, "--to", "json")
    assert ended.code == ExitCode.INPUT
    assert "no file has this name or matches it as a pattern" in ended.err


@pytest.mark.parametrize("home", OWN)
def test_the_distribution_of_a_missing_format_is_named(call: Call, home: str) -> None:
    name = OWN[home][0]
    ended = call("plain.txt", "--no-plugins", "--to", name)
    assert ended.code == ExitCode.USAGE
    if name != "pdf":  # a format that no plugin writes
        assert f"pip install ./plugins/{home}" in ended.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--to", "docx", "-o", "a.json"), "a.json: ends in .json, but the format is docx"),
        (("--to", "docx", "-o", "a.pdf"), "a.pdf: ends in .pdf, but the format is docx; name it"),
        (("--to", "jsonl", "-o", "a.json"), "a.json: ends in .json, but the format is jsonl"),
        (("-t", "docx", "-t", "json", "-o", "a.docx"), "give a folder: -o a/"),
        (("three-pages.txt", "--to", "json", "-o", "a.json"), "give a folder: -o a/"),
        (("--to", "json", "-o", "/nowhere/at/all.json"), "create /nowhere first"),
    ],
)
def test_an_output_with_another_formats_ending_is_refused(
    here: Path, call: Call, arguments: tuple[str, ...], says: str
) -> None:
    before = sorted(here.iterdir())
    ended = call("plain.txt", *arguments)
    assert ended.code == ExitCode.USAGE
    assert says in ended.err
    assert sorted(here.iterdir()) == before


@pytest.mark.parametrize("name", ["a.cable.txt", "a.txt", "a.dat", "a"])
def test_an_output_with_a_fitting_or_no_ending_is_accepted(
    here: Path, call: Call, name: str
) -> None:
    assert call("plain.txt", "--to", "text", "-o", name).code == ExitCode.OK
    assert (here / name).is_file()


def test_a_plugin_in_a_file_is_used_without_installing_it(here: Path, call: Call) -> None:
    (here / "words.py").write_text(
        "from cableconv.plugins import Exporter, hookimpl\n\n"
        "def words(cable):\n    return str(len(cable.text.split()))\n\n"
        "@hookimpl\ndef cableconv_exporters():\n"
        '    return [Exporter(name="words", help="Words.", encode=words, ending=".words")]\n'
    )
    ended = call("plain.txt", "--plugin", "words.py", "--to", "words", "-o", "-")
    assert ended.out.isdecimal()
    (here / "words.py").write_text("def (")
    ended = call("plain.txt", "--plugin", "words.py", "--to", "words", "-o", "-")
    assert ended.code == ExitCode.PLUGIN
    assert "words.py: cannot be run: SyntaxError" in ended.err
