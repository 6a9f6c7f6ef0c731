"""docs/diagnostics.md is what the catalogue generates."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_what_the_catalogue_generates() -> None:
    page = (DOCS / "diagnostics.md").read_text(encoding="utf-8")
    assert page == run_path(str(DOCS / "refresh_diagnostics.py"))["generated"](page)
