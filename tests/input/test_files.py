"""Expanding paths to files, and opening them."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest

from cableconv.errors import InputError, NoCableError
from cableconv.input.files import Input, find, open_content, read_bytes

ENDINGS = {".txt", ".md"}

posix = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with files of all kinds."""
    for name in ("b.txt", "A.TXT", "c/d.md", "c/.hidden.txt", ".git/e.txt", "f.docx", "out/g.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def found(folder: Path, **more: Any) -> list[str]:
    return [
        Path(each.name).relative_to(folder).as_posix() for each in find(folder, ENDINGS, **more)
    ]


def test_a_file_is_accepted_with_any_ending(tmp_path: Path) -> None:
    assert find(tmp_path / "a.odd", ENDINGS) == [Input(tmp_path / "a.odd")]


def test_a_folder_gives_visible_files_with_known_endings_in_order(folder: Path) -> None:
    assert found(folder) == ["A.TXT", "b.txt", "c/d.md", "out/g.txt"]


def test_a_folder_can_be_excluded(folder: Path) -> None:
    assert found(folder, leave_out=folder / "out") == ["A.TXT", "b.txt", "c/d.md"]


def test_results_of_an_earlier_run_beside_their_inputs_are_excluded(folder: Path) -> None:
    (folder / "b.cable.txt").touch()
    (folder / "z.cable.txt").touch()
    assert found(folder, leave_out=folder / "out") == ["A.TXT", "b.txt", "z.cable.txt", "c/d.md"]


def test_each_file_has_its_path_below_the_folder(folder: Path) -> None:
    assert [str(each.below) for each in find(folder, {".md"})] == ["c"]


def test_a_folder_without_cables_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NoCableError, match=r"no cables in this folder: .* ends in \.md, \.txt"):
        find(tmp_path, ENDINGS)


def test_nothing_is_read_before_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    content = open_content(tmp_path / "a.txt")
    (tmp_path / "a.txt").write_text("new")
    assert content.text == "new"


def test_a_missing_file_is_answered_with_the_nearest_name(folder: Path) -> None:
    with pytest.raises(InputError, match=r"no such file: did you mean .*b\.txt\?"):
        open_content(folder / "bb.txt")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        open_content(tmp_path)


def test_any_file_can_be_read_as_bytes(tmp_path: Path) -> None:
    (tmp_path / "template").write_bytes(b"\0\xff")
    assert read_bytes(tmp_path / "template") == b"\0\xff"


def test_results_in_formats_that_can_be_read_are_excluded(tmp_path: Path) -> None:
    for name in ("a.txt", "a.json", "d.csv", "d.08SUVA1.xml", "d.08SUVA1.2.xml", "own.json"):
        (tmp_path / name).touch()
    endings = {".txt", ".json", ".xml", ".csv"}
    assert [Path(each.name).name for each in find(tmp_path, endings)] == [
        "a.txt",
        "d.csv",
        "own.json",
    ]


@posix
def test_a_pipe_in_a_folder_is_ignored(folder: Path) -> None:
    """No process may ever write to it."""
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(folder / "socket.txt"))
        assert found(folder) == ["A.TXT", "b.txt", "c/d.md", "out/g.txt"]


@posix
def test_a_dangling_link_is_reported_with_its_target(folder: Path) -> None:
    (folder / "h.txt").symlink_to("nowhere")
    assert "h.txt" in found(folder)
    with pytest.raises(InputError, match=r"h\.txt: is a link to nowhere, which does not exist"):
        open_content(folder / "h.txt")


@posix
def test_a_link_to_a_file_is_read_as_the_file(folder: Path) -> None:
    (folder / "h.txt").symlink_to("b.txt")
    assert "h.txt" in found(folder)
