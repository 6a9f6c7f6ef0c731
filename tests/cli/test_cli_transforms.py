"""Tests of ``--transform`` and ``-T``."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from calling import Call, InstallPlugin

from cableconv.cli.exit_codes import ExitCode
from cableconv.corpus.manifest import DEFAULT_NAME

SHOUTING = """
from cableconv.plugins import Transform

def shout(cable, mark):
    return cable.replace(subject=cable.subject.upper() + mark)

@hookimpl
def cableconv_transforms():
    mark = Option(name="mark", default="!", help="what it ends with")
    yield Transform(name="shout", apply=shout, help="Louder.", options=(mark,))
"""

CHECKING = """
from cableconv.plugins import Check

def check(cable):
    yield Diagnostic(code="odd-geese", severity="warning", message="there are no geese in it")

@hookimpl
def cableconv_checks():
    yield Check(name="geese", check=check, help="Geese.")
"""


def test_a_transform_changes_the_output(here: Path, call: Call, plugin: InstallPlugin) -> None:
    arguments = ("--transform", "shout", "-T", "shout.mark=?", "-o", "-")
    ended = call("plain.txt", "--to", "text", *arguments, plugins=[plugin(SHOUTING)])
    assert "IS SIGNED?" in ended.out


def test_lost_apostrophes_are_restored_on_request(call: Call, here: Path) -> None:
    text = (here / "plain.txt").read_text(encoding="utf-8")
    (here / "plain.txt").write_text(text.replace("Iceland will", "Iceland,s ships will", 1))
    assert "Iceland,s ships" in call("plain.txt", "--to", "text", "-o", "-").out
    mended = call("plain.txt", "--to", "text", "-o", "-", "--transform", "repair-quotes")
    assert "Iceland's ships" in mended.out


def test_an_unknown_transform_is_a_usage_error(call: Call) -> None:
    ended = call("plain.txt", "--to", "text", "--transform", "repair-quote")
    assert ended.code == ExitCode.USAGE
    assert "unknown transform 'repair-quote'; did you mean repair-quotes?" in ended.err


def test_an_option_of_another_transform_is_a_usage_error(call: Call) -> None:
    arguments = ("--transform", "repair-quotes", "-T", "shout.mark=x")
    ended = call("plain.txt", "--to", "text", *arguments)
    assert ended.code == ExitCode.USAGE


def test_a_plugins_check_is_run_with_the_others(
    here: Path, call: Call, plugin: InstallPlugin
) -> None:
    ended = call("check", "plain.txt", plugins=[plugin(CHECKING)])
    assert "odd-geese" in ended.out


def test_a_disabled_plugin_is_not_available(here: Path, call: Call, plugin: InstallPlugin) -> None:
    arguments = ("plain.txt", "--to", "text", "--transform", "shout", "--disable-plugin")
    shouting = plugin(SHOUTING)
    ended = call(*arguments, "odd", plugins=[shouting])
    assert ended.code == ExitCode.USAGE
    assert "unknown transform 'shout'" in ended.err


def test_a_redacted_copy_is_written_from_the_command_line(call: Call, here: Path) -> None:
    (here / "names.txt").write_text("Iceland\n", encoding="utf-8")
    arguments = ("--transform", "redact", "-T", "redact.names=names.txt", "-T", "redact.above=sbu")
    written = call("plain.txt", "--to", "text", "-o", "-", *arguments).out
    assert "Iceland" not in written
    assert "[NAME 1]" in written


def test_the_number_of_redactions_is_always_shown(call: Call, here: Path) -> None:
    (here / "names.txt").write_text("Iceland\n", encoding="utf-8")
    arguments = ("--transform", "redact", "-T", "redact.names=names.txt", "-T", "redact.above=sbu")
    one = call("plain.txt", "--to", "text", *arguments).err
    assert re.search(r"^ +\d+ info redacted in 1 file: plain.txt$", one, re.MULTILINE)
    assert re.search(r"^ +\d+ info name-replaced in 1 file: plain.txt$", one, re.MULTILINE)
    two = call("plain.txt", "plain.txt", "--to", "text", "-o", "out/", *arguments).err
    assert re.search(r"^ +\d+ info redacted in ", two, re.MULTILINE)
    listed = call("plain.txt", "--to", "text", "-v", *arguments).err
    assert "above LIMITED OFFICIAL USE (redacted)" in listed
    assert " in 1 file" not in listed
    assert "redacted" not in call("plain.txt", "--to", "text", "-q", *arguments).err


def test_that_nothing_was_redacted_is_reported(call: Call, here: Path) -> None:
    (here / "names.txt").write_text("Lapland\n", encoding="utf-8")
    ended = call("plain.txt", "--to", "text", "--transform", "redact", "-T", "names=names.txt")
    assert "1 info nothing-redacted in 1 file: plain.txt" in ended.err


def test_a_list_of_names_that_cannot_be_used_is_a_usage_error(call: Call, here: Path) -> None:
    (here / "names.txt").write_text("Iceland\n/[/\n", encoding="utf-8")
    ended = call("plain.txt", "--to", "text", "--transform", "redact", "-T", "names=names.txt")
    assert ended.code == ExitCode.USAGE
    assert "names, line 2: '/[/' is not a pattern" in ended.err


def test_redacting_without_a_rule_is_a_usage_error(call: Call) -> None:
    ended = call("plain.txt", "--to", "text", "--transform", "redact")
    assert ended.code == ExitCode.USAGE
    assert "above=LEVEL, names=FILE or both" in ended.err


def test_the_name_of_a_file_comes_from_the_redacted_cable(call: Call, here: Path) -> None:
    (here / "names.txt").write_text("Kvist\n", encoding="utf-8")
    text = "UNCLAS OSLO 0001\\n\\nSUBJECT: FOG\\n\\n1. Fog.\\n"
    rows = "".join(f'{{"id": "66KVIST{n}", "text": "{text}"}}\n' for n in (1, 2))
    (here / "rows.jsonl").write_text(rows, encoding="utf-8")
    arguments = ("--transform", "redact", "-T", "redact.names=names.txt")
    call("rows.jsonl", "--to", "json", "-o", "out/", *arguments)
    written = [path.name for path in (here / "out").glob("*.json")]
    assert len(written) == 2
    assert not [name for name in written if "KVIST" in name.upper()]


@pytest.mark.parametrize("more", [(), ("-T", "redact.names=names.txt")])
def test_no_file_among_redacted_results_has_a_hash_of_what_was_read(
    call: Call, here: Path, more: tuple[str, ...]
) -> None:
    (here / "in").mkdir()
    text = (here / "plain.txt").read_bytes()
    (here / "in" / "a.txt").write_bytes(text)
    (here / "names.txt").write_bytes(b"Pell\n")
    command = ("in", "-t", "json", "-o", "out/", "--transform", "redact", *more)
    call(*command, "-T", "redact.above=unclassified")
    written = b"".join(path.read_bytes() for path in (here / "out").rglob("*") if path.is_file())
    assert written
    for secret in (text, b"Pell\n"):
        assert sha256(secret).hexdigest().encode() not in written
    assert b"made_by" not in written
    assert [path.name for path in here.glob(".*.jsonl")] == [f".out{DEFAULT_NAME}"]
    again = call(*command, "-T", "redact.above=unclassified", "--resume")
    assert "unchanged" in again.err


def test_other_transforms_leave_the_manifest_in_the_folder(call: Call, here: Path) -> None:
    call("plain.txt", "-t", "json", "-o", "out/", "--transform", "title-case")
    assert (here / "out" / DEFAULT_NAME).exists()
