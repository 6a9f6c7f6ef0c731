"""The programs under examples/ run as described in the README."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
CABLES = EXAMPLES / "cables"


class Program:
    """Runs a program on the invented cables and returns the lines that it prints."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, name: str) -> list[str]:
        self.monkeypatch.setattr("sys.argv", [name, str(CABLES)])
        runpy.run_path(str(EXAMPLES / "programs" / name), run_name="__main__")
        return self.capsys.readouterr().out.splitlines()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(monkeypatch, capsys)


def test_the_timeline_lists_every_cable_oldest_first(run: Program) -> None:
    lines = run("timeline.py")
    assert len(lines) == len(list(CABLES.iterdir()))
    assert lines[0].startswith("1975-05-14  75HELSINKI1187      FINNISH PROPOSAL")
    dates = [line[:10] for line in lines if not line.startswith("no date")]
    assert dates == sorted(dates)


def test_the_graph_has_an_edge_for_every_cable_cited(run: Program) -> None:
    lines = run("who_cites_whom.py")
    assert lines[0] == "cable,label,cites,held"
    assert "08VALLETTA112,A,08REYKJAVIK41,yes" in lines
    assert "08VALLETTA112,D,08TALLINN58,no" in lines
