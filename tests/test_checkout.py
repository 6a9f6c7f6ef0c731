"""The tests use nothing outside the checkout, except real cables named by the environment."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted([*ROOT.glob("tests/**/*.py"), *ROOT.glob("plugins/*/tests/*.py")])

UPWARD = re.compile(r"Path\(__file__\)(?:\.resolve\(\))?\.parents\[(\d)\]")
"""How a test refers to a folder above its own."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_test_uses_files_outside_the_checkout(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    folders = [file.parents[int(level)] for level in UPWARD.findall(text)]
    assert [folder for folder in folders if not folder.is_relative_to(ROOT)] == []
    assert not re.search(r"\b(?:ROOT|REPOSITORY)\.parent\b", text.replace(r"\.parent", ""))
