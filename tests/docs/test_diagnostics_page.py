"""docs/diagnostics.md and the code know the same diagnostics."""

from __future__ import annotations

import re
from pathlib import Path

from cableconv.diagnostics import FINDINGS

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| `([a-z0-9-]+)` \| (error|warning|info) \|", re.MULTILINE)
MADE = re.compile(r"code=\"([a-z0-9-]+)\",\s+severity=\"(error|warning|info)\"")


def documented() -> dict[str, str]:
    """Code and severity of every row of the page."""
    return dict(ROW.findall((ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")))


def made() -> dict[str, str]:
    """Code and severity of every diagnostic that the parser, readers and exporters make."""
    elsewhere = (path.read_text(encoding="utf-8") for path in (ROOT / "cableconv").rglob("*.py"))
    found = dict(pair for source in elsewhere for pair in MADE.findall(source))
    return found | {code: finding.severity for code, finding in FINDINGS.items()}


def test_the_page_lists_every_diagnostic_with_its_severity() -> None:
    assert documented() == made()
