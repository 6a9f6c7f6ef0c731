"""Failures that end a run, and their messages."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from cableconv.output.failures import (
    ClosedPipeError,
    NoRoomError,
    RunEndedError,
    failure_of_place,
    unwritable,
)
from cableconv.output.written import Written


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "the disk is full; make room there"),
        (errno.EDQUOT, "the quota is used up; make room there"),
        (errno.EROFS, "the disk is read-only; name another place"),
    ],
)
def test_a_lasting_failure_ends_the_run(number: int, says: str) -> None:
    error = unwritable(Path("a.docx"), OSError(number, os.strerror(number)))
    assert isinstance(error, NoRoomError)
    assert says in str(error)
    assert "--no-clobber then continues" in str(error)


def test_a_name_that_is_too_long_affects_only_its_file() -> None:
    error = unwritable(Path("a.docx"), OSError(errno.ENAMETOOLONG, "too long"))
    assert not isinstance(error, RunEndedError)


@pytest.mark.parametrize("below", ["a", "b/c/a"])
def test_a_folder_without_write_permission_ends_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    asked = []
    monkeypatch.setattr(os, "access", lambda folder, mode: asked.append(folder))
    error = unwritable(tmp_path / below, PermissionError(errno.EACCES, "no"))
    assert isinstance(error, NoRoomError)
    assert asked == [tmp_path]


def test_a_file_without_write_permission_affects_only_itself(tmp_path: Path) -> None:
    error = unwritable(tmp_path / "a", PermissionError(errno.EACCES, "no"))
    assert not isinstance(error, RunEndedError)


def test_a_full_disk_is_found_as_the_cause_of_another_error() -> None:
    own = ValueError("no room")
    own.__cause__ = OSError(errno.ENOSPC, "full", "/tmp/x")
    assert str(failure_of_place(own)).startswith("/tmp/x: cannot be written: the disk is full")
    assert failure_of_place(ValueError("something else")) is None


def test_a_pipe_without_a_reader_is_recognized() -> None:
    assert isinstance(unwritable("standard output", BrokenPipeError()), ClosedPipeError)


def test_names_that_differ_in_case_are_equal_on_some_file_systems(tmp_path: Path) -> None:
    written = Written()
    (tmp_path / "d.07OSLO1.json").touch()
    written.add(tmp_path / "d.07OSLO1.json")
    assert written.has_name(tmp_path / "d.07oslo1.json")
    assert not written.has_name(tmp_path / "d.07OSLO2.json")


def test_a_file_with_a_reused_inode_shows_another_process(
    tmp_path: Path,
) -> None:
    written = Written()
    (tmp_path / "a").touch()
    written.add(tmp_path / "a")
    (tmp_path / "a").rename(tmp_path / "b")  # as if "a" had been replaced and its inode reused
    assert not written.is_ours(tmp_path / "b")
    assert written.by_another_process
