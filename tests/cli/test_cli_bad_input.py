"""Bad input: a clear message, the documented exit code, and no changed file.

What ends a process, or needs its streams, runs in a separate one, as from a shell.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from calling import Call, Process, contents

from cableconv.cli.exit_codes import ExitCode

posix = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")


def arrange(here: Path) -> None:
    """Create every bad input, and older outputs that must not change."""
    plain = (here / "plain.txt").read_bytes()
    for name, data in {
        "empty.txt": b"",
        "blank.txt": b" \r\n\n\t\n",
        "binary.txt": bytes(range(256)) * 8,
        "office.txt": b"PK\x03\x04" + bytes(100),
        "control.txt": bytes(byte for byte in range(1, 32)) * 40,
        "diary.txt": b"Dear diary, the geese are back.\n",
        "mail.txt": b"From: a@example.org\nTo: b@example.org\nSubject: geese\n\nBack.\n",
        "clocks.csv": b"number,keeper\n1,Lund\n2,Wray\n",
        "marked.txt": b"\xef\xbb\xbf" + plain + b"\xff\xfe caf\xe9",
        "folder/a.png": b"\x89PNG",
        "plain.cable.txt": plain,
        "a/x.txt": plain,
        "b/x.txt": plain,
    }.items():
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_bytes(data)
        if name.endswith(".txt"):
            (here / name).with_suffix(".json").write_text("old")
    (here / "hard.txt").hardlink_to(here / "plain.txt")


CASES = {
    "an empty file": (["empty.txt"], 3, ["empty.txt", "it is empty", "check"]),
    "a blank file": (["blank.txt"], 3, ["blank.txt", "it is empty", "check"]),
    "a binary file": (["binary.txt"], 3, ["binary.txt", "binary", "give"]),
    "an Office document": (["office.txt"], 3, ["office.txt", "Office document", "text"]),
    "control characters": (["control.txt"], 3, ["control.txt", "no-cable", "check"]),
    "no cable": (["diary.txt"], 3, ["diary.txt", "no-cable", "check"]),
    "a mail": (["mail.txt"], 3, ["mail.txt", "no-cable", "a few words"]),
    "a table": (["clocks.csv"], 3, ["clocks.csv", "number, keeper", "--column text=NAME"]),
    "not in its encoding": (["marked.txt"], 3, ["marked.txt", "byte-order mark", "encoding"]),
    "a missing file": (["plian.txt"], 3, ["plian.txt", "no such file", "did you mean plain.txt?"]),
    "a missing folder": (["no/a.txt"], 3, ["no/a.txt", "there is no folder no"]),
    "a folder without cables": (["folder"], 3, ["folder", "no cables", ".txt"]),
    "an endless name": (["x" * 5000], 3, ["xxx", "cannot be read"]),
    "two bad files, two reasons": (
        ["empty.txt", "no.txt"],
        3,
        ["0 files written, 2 inputs failed"],
    ),
    "no input": ([], 2, ["no input", "standard input"]),
    "an unknown format": (["plain.txt", "-t", "jsno"], 2, ["jsno", "did you mean json"]),
    "pdf": (["plain.txt", "-t", "pdf"], 2, ["pdf", "docx", "soffice"]),
    "an unknown ending": (["plain.txt", "-o", "a.jsn"], 2, ["jsn", "did you mean json"]),
    "an unknown reader": (["plain.txt", "-f", "telegrm"], 2, ["telegrm", "telegram"]),
    "an unknown encoding": (["plain.txt", "--encoding", "utf-99"], 2, ["utf-99", "utf-8"]),
    "an unknown switch": (["plain.txt", "--stric"], 2, ["--stric", "--strict"]),
    "an unknown option": (["plain.txt", "-O", "indnt=2"], 2, ["indnt", "indent"]),
    "a value of the wrong type": (["plain.txt", "-O", "indent=two"], 2, ["indent", "whole number"]),
    "no value": (["plain.txt", "-O", "indent"], 2, ["NAME=VALUE"]),
    "an option of another format": (["plain.txt", "-O", "docx.paper=a4"], 2, ["docx", "json"]),
    "output over the input": (
        ["plain.txt", "-o", "plain.txt"],
        2,
        ["plain.txt", "is an input", "-o"],
    ),
    "output over a link to it": (
        ["plain.txt", "-o", "hard.txt"],
        2,
        ["hard.txt", "is an input", "-o"],
    ),
    "output over another input": (
        ["plain.txt", "plain.cable.txt", "-t", "text"],
        2,
        ["plain.cable.txt", "is an input", "-o"],
    ),
    "one output for two inputs": (
        ["a/x.txt", "b/x.txt", "-o", "out"],
        2,
        ["x.json", "a/x.txt", "b/x.txt"],
    ),
    "several results, one stream": (
        ["a", "plain.txt", "-o", "-"],
        2,
        ["standard output", "-o FOLDER/"],
    ),
    "a file where a folder is needed": (
        ["plain.txt", "three-pages.txt", "-o", "diary.txt"],
        2,
        ["diary.txt", "folder", "-o"],
    ),
    "a folder in a file": (
        ["plain.txt", "-o", "diary.txt/a/b.json"],
        4,
        ["diary.txt", "cannot be written"],
    ),
    "a name too long": (["plain.txt", "-o", "x" * 300 + ".json"], 4, ["too long", "-o"]),
}


@pytest.mark.parametrize(("arguments", "code", "said"), CASES.values(), ids=CASES.keys())
def test_bad_input_is_explained_and_changes_no_file(
    here: Path, call: Call, arguments: Any, code: Any, said: Any
) -> None:
    arrange(here)
    before = contents(here)
    form = [] if {"-t", "a.jsn"} & set(arguments) else ["-t", "json"]
    ended = call(*arguments, *form)
    assert ended.code == code, ended.err
    assert [words for words in said if words not in ended.err] == []
    assert "Traceback" not in ended.err
    assert contents(here) == before


@pytest.mark.parametrize("megabytes", [2, pytest.param(50, marks=pytest.mark.slow)])
def test_a_line_of_megabytes_is_refused_with_a_short_message(
    here: Path, call: Call, megabytes: int
) -> None:
    """The slow run reads a line as long as a whole archive without line ends."""
    (here / "long.txt").write_bytes(b"A" * megabytes * 1_000_000)
    ended = call("long.txt", "-t", "json")
    assert ended.code == ExitCode.INPUT
    assert "long.txt" in ended.err
    assert len(ended.err) < 1000
    assert not (here / "long.json").exists()


def test_a_cable_in_one_line_of_5_megabytes_is_converted(here: Path, call: Call) -> None:
    text = (here / "plain.txt").read_text().replace("End\nsummary.", "word " * 1_000_000)
    (here / "long.txt").write_text(text)
    assert call("long.txt", "-t", "json").code == ExitCode.OK


def test_a_cable_that_breaks_off_is_a_complete_result(here: Path, call: Call) -> None:
    whole = (here / "plain.txt").read_bytes()
    (here / "half.txt").write_bytes(whole[: len(whole) // 2])
    ended = call("half.txt", "-t", "docx", "-t", "json")
    assert ended.code == ExitCode.OK
    assert (here / "half.docx").read_bytes().startswith(b"PK")


@posix
def test_an_output_folder_that_cannot_be_created_is_an_error(here: Path, call: Call) -> None:
    ended = call("plain.txt", "-t", "json", "-o", "/proc/nowhere/")
    assert ended.code == ExitCode.OUTPUT
    assert "/proc/nowhere" in ended.err
    assert "name another place with -o" in ended.err


@posix
def test_a_full_device_is_reported(here: Path, call: Call) -> None:
    if not os.path.exists("/dev/full"):  # noqa: PTH110
        pytest.skip("this system has no /dev/full")
    ended = call("plain.txt", "-t", "json", "-o", "/dev/full")
    assert ended.code == ExitCode.NO_ROOM
    assert "the disk is full; make room there" in ended.err


@posix
def test_a_full_disk_leaves_the_older_file_unchanged(here: Path, process: Process) -> None:
    (here / "plain.json").write_text("old")
    before = contents(here)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))"
    ended = process("plain.txt", "-t", "json", prelude=limit)
    assert ended.code == ExitCode.OUTPUT
    assert "plain.json: cannot be written: " in ended.err
    assert contents(here) == before


@posix
def test_an_interrupt_leaves_no_half_written_file(here: Path, process: Process) -> None:
    (here / "plain.json").write_text("old")
    before = contents(here)
    interrupt = """
import os, pathlib, signal
replace = pathlib.Path.replace
pathlib.Path.replace = lambda *paths: os.kill(os.getpid(), signal.SIGINT)
"""
    ended = process("plain.txt", "-t", "json", prelude=interrupt)
    assert ended.code == ExitCode.INTERRUPTED
    assert "interrupted" in ended.err
    assert contents(here) == before


@posix
@pytest.mark.parametrize("arguments", ["plain.txt -t json -o -", "show plain.txt", "--help"])
def test_a_closed_pipe_is_not_an_error_message(
    here: Path, process: Process, arguments: str
) -> None:
    gone = "import os; r, w = os.pipe(); os.close(r); os.dup2(w, 1)"
    ended = process(*arguments.split(), prelude=gone)
    assert ended == (ExitCode.OUTPUT, "", "")


@posix
def test_binary_is_not_written_to_a_terminal(here: Path, process: Process) -> None:
    terminal = "import os, pty; a, b = pty.openpty(); os.dup2(b, 1)"
    ended = process("plain.txt", "-t", "docx", "-o", "-", prelude=terminal)
    assert ended.code == ExitCode.USAGE
    assert "docx is binary" in ended.err
    assert "-o FILE.docx" in ended.err


@posix
def test_a_soft_link_to_the_input_is_the_input(here: Path, call: Call) -> None:
    (here / "soft.json").symlink_to("plain.txt")
    before = contents(here)
    ended = call("plain.txt", "-t", "json", "-o", "soft.json")
    assert ended.code == ExitCode.USAGE
    assert contents(here) == before


@posix
def test_a_named_pipe_can_be_an_input(here: Path, process: Process) -> None:
    os.mkfifo(here / "pipe")
    writer = f"""
import os, threading
data = open({str(here / "plain.txt")!r}, "rb").read()
threading.Thread(target=lambda: open({str(here / "pipe")!r}, "wb").write(data)).start()
"""
    ended = process("pipe", "-t", "json", "-o", "-", prelude=writer)
    assert ended.code == ExitCode.OK
    assert '"08REYKJAVIK41"' in ended.out


def test_control_characters_are_shown_by_their_codes(here: Path, call: Call) -> None:
    ended = call("no\x1b[2Jsuch\rfile", "-t", "json")
    assert "no\\x1b[2Jsuch\\x0dfile" in ended.err
    assert "\x1b" not in ended.err


@pytest.mark.skipif(sys.platform != "linux", reason="needs names of any bytes")
def test_a_file_name_that_is_not_utf_8_is_accepted(here: Path, process: Process) -> None:
    raw = os.fsencode(here) + b"/caf\xe9.txt"
    with open(raw, "wb") as file:  # noqa: PTH123
        file.write((here / "plain.txt").read_bytes())
    assert process(os.fsdecode(raw), "-t", "json").code == ExitCode.OK
    assert os.path.exists(os.fsencode(here) + b"/caf\xe9.json")  # noqa: PTH110


def test_debug_shows_where_an_error_comes_from(call: Call) -> None:
    assert "Traceback" in call("missing", "-t", "json", "--debug").err
    assert "Traceback" in call("--frobnicate", "--debug").err


def test_sigint_gives_exit_code_130() -> None:
    assert ExitCode.INTERRUPTED == 128 + signal.SIGINT
