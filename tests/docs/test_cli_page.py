"""The page about the command line is up to date."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_help_and_exit_codes_are_up_to_date() -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    refreshed = runpy.run_path(str(DOCS / "refresh_cli.py"))["refreshed"]
    assert refreshed(page) == page, "run: python docs/refresh_cli.py"


def test_every_command_is_on_the_page() -> None:
    from cableconv.cli.group import NAMED

    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert [name for name in NAMED if f"\n## {name}\n" not in page] == []
