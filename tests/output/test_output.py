"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from cableconv.errors import OutputError
from cableconv.output.files import write

posix = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")


def test_text_is_utf_8_with_its_line_ends_as_they_are(tmp_path: Path) -> None:
    write(tmp_path / "a", "é\n\r\n")
    assert (tmp_path / "a").read_bytes() == b"\xc3\xa9\n\r\n"


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    write(tmp_path / "b" / "c" / "d", b"x")
    assert (tmp_path / "b" / "c" / "d").read_bytes() == b"x"


@posix
def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "any").touch()
    write(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "any").stat().st_mode


@posix
def test_an_older_file_passes_its_permissions_on(tmp_path: Path) -> None:
    (tmp_path / "old").touch()
    (tmp_path / "old").chmod(0o640)
    write(tmp_path / "old", b"x")
    assert stat.S_IMODE((tmp_path / "old").stat().st_mode) == 0o640


@posix
def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_happens_on_the_way_leaves_the_old_file_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError | KeyboardInterrupt
) -> None:
    (tmp_path / "a").write_text("old")

    def fail(*paths: Path) -> None:
        raise failure

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write(tmp_path / "a", b"new")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OutputError, match="there is a folder of that name; end it in /"):
        write(tmp_path / "a", b"x")


def test_a_file_on_the_way_is_named_as_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(OutputError, match="is a file, not a folder; name another place"):
        write(tmp_path / "a" / "b", b"x")


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_file_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "a").chmod(0o444)
    with pytest.raises(OutputError, match="no permission"):
        write(tmp_path / "a", b"x")
