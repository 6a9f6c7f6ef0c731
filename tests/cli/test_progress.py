"""Tests of the progress of a run: a bar on a terminal, lines in a log."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from calling import Call
from small_archive import write_archive

from cableconv.cli import progress as progress_module


@pytest.fixture
def archive(here: Path) -> Path:
    """Return a folder with five cables, one of which cannot be read."""
    folder = write_archive(here / "in", 5)
    (folder / "c00003.txt").write_bytes(b"%PDF-1.7")
    return folder


@pytest.mark.usefixtures("archive")
def test_a_log_has_progress_lines(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ("in", "-t", "json", "-o", "out/", "--progress", "plain", "--jobs", "1")
    assert "a second" not in call(*arguments).err  # finished before the first line is due
    monkeypatch.setattr(progress_module, "_PAUSE", 0.0)
    said = call(*arguments).err.splitlines()
    lines = [line for line in said if "a second" in line]
    form = r"(\d) of 5 inputs(?:, 1 failed)?, [\d,]+ a second, \d+ s left"
    assert [match[1] for match in map(re.compile(form).fullmatch, lines) if match] == [*"12345"]
    assert "5 of 5 inputs, 1 failed" in lines[-1]


@pytest.mark.usefixtures("archive")
def test_an_error_has_its_own_line_beside_the_bar(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    ended = call("in", "-t", "json", "-o", "out/", "--progress", "bar", "--jobs", "1")
    assert "5/5" in ended.err
    assert "\r\033[K\033[31m\033[1merror" in ended.err


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0.0, "0 s"), (89.0, "89 s"), (90.0, "2 min"), (720.0, "12 min"), (12_000.0, "3 h 20 min")],
)
def test_the_remaining_time_has_a_suitable_unit(seconds: float, shown: str) -> None:
    assert progress_module._duration(seconds) == shown
