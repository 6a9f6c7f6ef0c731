"""Standard output contains only results, without control characters for a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from calling import ALONE, Call, InstallPlugin, Process, python_path

from cableconv.cli.exit_codes import ExitCode
from cableconv.shown import shown, shown_in_one_line

NOISY = """
import sys
print("NOISE of an import")

def encode(cable):
    print("NOISE of a call")
    os.system("echo NOISE of a program")
    return cable.id

@hookimpl
def cableconv_exporters():
    print("NOISE of a hook")
    yield Exporter(name="noisy", encode=encode, ending=".noisy", help="Odd.")
"""


def test_output_printed_by_a_plugin_is_not_in_documents(
    process: Process, plugin: InstallPlugin
) -> None:
    ended = process("plain.txt", "-t", "noisy", "-o", "-", plugins=[plugin(NOISY)])
    assert (ended.code, ended.out) == (ExitCode.OK, "08REYKJAVIK41")
    assert ended.err.count("NOISE") == 4


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_plugin_may_print_without_a_reader(
    here: Path, process: Process, plugin: InstallPlugin, jobs: str
) -> None:
    unread = "import os; reader, writer = os.pipe(); os.close(reader); os.dup2(writer, 2)"
    talkative = plugin(NOISY.replace("NOISE of a call", "NOISE" * 10_000))
    arguments = (".", "-t", "noisy", "-o", "out/", "--jobs", jobs)
    assert process(*arguments, plugins=[talkative], prelude=unread).code == ExitCode.OK
    assert (here / "out" / "plain.noisy").read_text() == "08REYKJAVIK41"


@pytest.mark.parametrize(
    "arguments", [["--list-formats"], ["check", "plain.txt"], ["find", "geese", "plain.txt"]]
)
def test_output_printed_by_a_plugin_is_not_in_a_commands_output(
    process: Process, plugin: InstallPlugin, arguments: list[str]
) -> None:
    assert "NOISE" not in process(*arguments, plugins=[plugin(NOISY)]).out


def test_a_plugin_that_prints_is_reported(process: Process, plugin: InstallPlugin) -> None:
    ended = process("plugins", "--check", plugins=[plugin(NOISY)], env=ALONE)
    assert "prints to standard output when it is imported or called: 'NOISE of" in ended.out


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
@pytest.mark.parametrize("form", ["text", "json"])
def test_texts_on_a_terminal_have_no_control_characters(here: Path, form: str) -> None:
    import pty

    steering = "\x1b]0;title\x07\u202e\x9b2J"
    text = (here / "plain.txt").read_text(encoding="utf-8")
    at = text.index("1.")
    (here / "plain.txt").write_text(text[:at] + steering + text[at:], encoding="utf-8")
    primary, secondary = pty.openpty()
    command = [sys.executable, "-m", "cableconv", "plain.txt", "-t", form, "-o", "-"]
    environment = {**os.environ, "PYTHONPATH": python_path(), "PYTHONUTF8": "1"}
    with subprocess.Popen(command, stdout=secondary, stderr=subprocess.PIPE, env=environment):
        os.close(secondary)
        printed = b""
        while piece := _read(primary):
            printed += piece
    os.close(primary)
    assert "REYKJAVIK" in printed.decode()
    assert not set(steering) & set(printed.decode()) - set("]0;title2J")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # on Linux: the other end is closed
        return b""


def test_texts_in_a_pipe_are_unchanged(here: Path, call: Call) -> None:
    tree = {"subject": "BELL \x07", "body": []}
    (here / "a.json").write_text(json.dumps(tree))
    assert "BELL \x07" in call("a.json", "-t", "text", "-o", "-").out


def test_control_characters_have_their_codes() -> None:
    assert shown("a\x1b[2J\tb\r\n\u202ec\n") == "a\\x1b[2J\tb\n\\x202ec\n"
    assert shown_in_one_line("a\tb\nc\x85") == "a\\x09b\\x0ac\\x85"
