"""docs/diagnostics.md is up to date."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_diagnostics_page_is_up_to_date() -> None:
    page = (DOCS / "diagnostics.md").read_text(encoding="utf-8")
    assert page == run_path(str(DOCS / "refresh_diagnostics.py"))["generated"](page)
