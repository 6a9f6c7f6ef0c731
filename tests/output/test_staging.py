"""Drafts of files, folders and streams, and when they replace older results."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from cableconv.errors import OutputError
from cableconv.output import drafts, handover
from cableconv.output.files import replace_by
from cableconv.output.handover import drafts_in, hand_over, put_in_place
from cableconv.output.staging import MARK, staged


def write(path: Path | None, data: bytes, folder: bool = False) -> None:
    with staged(path, folder=folder) as draft:
        (draft / "page" if folder else draft).write_bytes(data)


def test_a_folder_cannot_be_written_to_standard_output() -> None:
    with pytest.raises(OutputError, match="a folder cannot go to standard output"):
        write(None, b"new", folder=True)


def test_a_result_is_written_to_standard_output_when_complete(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    write(None, b"new")
    assert capsysbinary.readouterr().out == b"new"


def test_a_file_does_not_replace_a_folder(tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    with pytest.raises(OutputError, match="is a folder, but the result is a file"):
        write(tmp_path / "all", b"new")
    assert (tmp_path / "all").is_dir()


def test_a_folder_replaces_only_an_empty_one_or_an_earlier_result(tmp_path: Path) -> None:
    made, empty, mine, file = (tmp_path / name for name in ("made", "empty", "mine", "file"))
    write(made, b"old", folder=True)
    empty.mkdir()
    mine.mkdir()
    (mine / "letter").write_bytes(b"dear")
    file.write_bytes(b"dear")
    for place in (made, empty):
        write(place, b"new", folder=True)
        assert {path.name for path in place.iterdir()} == {"page", MARK}
        assert (place / "page").read_bytes() == b"new"
    with pytest.raises(OutputError, match="holds files that cableconv did not write"):
        write(mine, b"new", folder=True)
    with pytest.raises(OutputError, match="is a file, but the result is a folder"):
        write(file, b"new", folder=True)
    assert [path.name for path in mine.iterdir()] == ["letter"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a POSIX system")
@pytest.mark.parametrize("way", ["staged", "moved"])
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path, way: str) -> None:
    pipe, got = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    if way == "staged":
        write(pipe, b"new")
    else:
        (tmp_path / "draft").write_bytes(b"new")
        replace_by(tmp_path / "draft", pipe)
    reader.join(timeout=10)
    assert got == [b"new"]
    assert pipe.is_fifo()


def test_without_locks_drafts_are_created_and_none_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "fcntl", None)
    dead = drafts.draft_beside(tmp_path / "dead")
    dead.write_bytes(b"half")
    write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert dead.exists()


def test_a_result_of_a_worker_is_moved_to_its_place(tmp_path: Path) -> None:
    with drafts_in(tmp_path) as folder:
        draft = hand_over(folder, b"new")
        put_in_place(draft, tmp_path / "deep" / "a")
    assert (tmp_path / "deep" / "a").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["deep"]


def test_a_result_is_copied_to_another_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(draft: Path, path: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(handover, "replace_by", refuse)
    with drafts_in(tmp_path / "out") as folder:
        draft = hand_over(folder, b"new")
        number = errno.EACCES
        with pytest.raises(OutputError):
            put_in_place(draft, tmp_path / "a")
        assert not (tmp_path / "a").exists()
        number = errno.EXDEV
        put_in_place(draft, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_worker_without_its_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(OutputError), drafts_in(tmp_path / "file"):
        pass
    with pytest.raises(OutputError):
        hand_over(tmp_path / "gone", b"new")


def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    draft, old = tmp_path / "draft", tmp_path / "old"
    draft.write_bytes(b"new")
    old.write_bytes(b"old")
    with pytest.raises(PermissionError):
        replace_by(draft, old)
    assert old.read_bytes() == b"old"
