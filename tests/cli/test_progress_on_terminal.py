"""The progress bar as a terminal shows it: a run whose standard error is a pseudo-terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from calling import python_path
from small_archive import write_archive

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

CONTROL = re.compile(r"\033\[[?\d;]*[a-zA-Z]")
COLUMNS = 90


def recorded(here: Path, *arguments: str) -> str:
    """Return everything that the command writes to a terminal."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": python_path(), "COLUMNS": str(COLUMNS)}
    with subprocess.Popen(
        [sys.executable, "-m", "cableconv", *arguments],
        cwd=here,
        env=environment,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        written = b""
        while piece := _read(ours):
            written += piece
    os.close(ours)
    return written.decode()


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1 << 16)
    except OSError:  # Linux reports the end of a pseudo-terminal so
        return b""


def lines_of(written: str) -> list[str]:
    """Return the lines that stay visible: what follows a carriage return covers the line."""
    lines = []
    for line in written.replace("\r\n", "\n").split("\n"):
        visible = ""
        for piece in line.split("\r"):
            shown = CONTROL.sub("", piece)
            visible = shown if "\033[K" in piece else shown + visible[len(shown) :]
        lines.append(visible.rstrip())
    return lines


def test_the_bar_ends_full_below_the_errors(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "in", 25)
    (folder / "c00003.txt").write_bytes(b"%PDF-1.7")
    lines = lines_of(recorded(tmp_path, "in", "-t", "json", "-o", "out/", "--jobs", "1"))
    (error,) = (line for line in lines if line.startswith("error:"))
    assert "c00003.txt" in error
    (bar,) = (line for line in lines if "#]" in line)
    assert re.fullmatch(r" *\[#+\] +25/25 +1 failed, [\d,]+/s", bar)
    assert len(bar) < COLUMNS
    assert lines[-2] == "24 files written, 1 input failed"
