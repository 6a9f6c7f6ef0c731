"""Tests of real paths, including links to folders and files."""

from __future__ import annotations

import os
from pathlib import Path

from cableconv.output.real_paths import RealPaths


def test_real_paths_equal_those_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "linked").symlink_to("folder")
    (tmp_path / "folder" / "file").touch()
    (tmp_path / "folder" / "link").symlink_to(tmp_path / "folder" / "file")
    (tmp_path / "folder" / "dangling").symlink_to("nowhere")
    real_paths = RealPaths()
    for name in ("file", "link", "dangling", "missing", "..", "../linked", "."):
        for folder in ("folder", "linked", "missing"):
            path = tmp_path / folder / name
            assert real_paths.of(path) == os.path.realpath(path), path
