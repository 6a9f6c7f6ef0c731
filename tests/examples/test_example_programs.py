"""The programs under examples/ run as a reader of the README would run them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(program: str) -> list[str]:
    command = [sys.executable, "-X", "utf8", EXAMPLES / "programs" / program, EXAMPLES / "cables"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60)
    return done.stdout.splitlines()


def test_the_timeline_lists_every_cable_oldest_first() -> None:
    lines = run("timeline.py")
    assert len(lines) == len(list((EXAMPLES / "cables").iterdir()))
    assert lines[0].startswith("1975-05-14  75HELSINKI1187      FINNISH PROPOSAL")
    dates = [line[:10] for line in lines if not line.startswith("no date")]
    assert dates == sorted(dates)


def test_the_graph_has_an_edge_for_every_cable_cited() -> None:
    lines = run("who_cites_whom.py")
    assert lines[0] == "cable,label,cites,held"
    assert "08VALLETTA112,A,08REYKJAVIK41,yes" in lines
    assert "08VALLETTA112,D,08TALLINN58,no" in lines
