"""Drafts of dead runs are removed, those of running ones and other files are kept."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from cableconv.output.drafts import OLD, clear_dead, draft_beside, held, written
from cableconv.output.staging import MARK, staged

pytestmark = pytest.mark.skipif(os.name == "nt", reason="clears where there are locks of files")


def test_an_unlocked_draft_is_removed(tmp_path: Path) -> None:
    draft_beside(tmp_path / "a.docx").write_bytes(b"half")
    folder = draft_beside(tmp_path / "site")
    folder.mkdir()
    (folder / "draft").write_bytes(b"half")
    clear_dead([tmp_path])
    assert list(tmp_path.iterdir()) == []


def test_a_locked_draft_is_kept(tmp_path: Path) -> None:
    draft = draft_beside(tmp_path / "a.docx")
    draft.write_bytes(b"half")
    with held(draft):
        clear_dead([tmp_path])
        assert draft.exists()


def test_a_draft_is_whole_and_locked_until_it_is_moved(tmp_path: Path) -> None:
    draft = draft_beside(tmp_path / "a.docx")
    with written(draft, [b"whole"]):
        clear_dead([tmp_path])
        assert draft.read_bytes() == b"whole"
        draft.replace(tmp_path / "a.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("name", [".a.1234abcd.tmp", "a.cableconv-1234abcd.tmp", ".a.tmp", "a"])
def test_other_files_are_kept(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    clear_dead([tmp_path])
    assert (tmp_path / name).exists()


def test_a_link_named_like_a_draft_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "file").touch()
    draft_beside(tmp_path / "a").symlink_to(tmp_path / "kept")
    clear_dead([tmp_path])
    assert (tmp_path / "kept" / "file").exists()


def test_a_missing_folder_has_no_drafts(tmp_path: Path) -> None:
    clear_dead([tmp_path / "nowhere"])


@pytest.mark.parametrize("folder", [True, False])
def test_the_next_result_removes_older_drafts(tmp_path: Path, folder: bool) -> None:
    draft_beside(tmp_path / "all").mkdir()
    with staged(tmp_path / "all", folder=folder) as draft:
        (draft / "page" if folder else draft).write_bytes(b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["all"]


def test_a_folder_that_was_moved_aside_is_restored(tmp_path: Path) -> None:
    """The state after a kill between the two renames."""
    work = draft_beside(tmp_path / "site")
    (work / OLD / "site").mkdir(parents=True)
    (work / OLD / "site" / MARK).touch()
    clear_dead([tmp_path])
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site" / MARK).exists()


def test_a_stop_between_the_two_renames_keeps_the_old_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with staged(tmp_path / "site", folder=True) as draft:
        (draft / "old").touch()
    rename = Path.rename

    def stopped(self: Path, target: Path) -> Path:
        if self.name == "draft":
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(KeyboardInterrupt), staged(tmp_path / "site", folder=True) as draft:
        (draft / "new").touch()
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [MARK, "old"]
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_to_another_folder_keeps_its_target(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere" / "real")
    with staged(tmp_path / "link", folder=False) as draft:
        draft.write_bytes(b"whole")
    assert (tmp_path / "elsewhere" / "real").read_bytes() == b"whole"
    shutil.rmtree(tmp_path / "elsewhere")
