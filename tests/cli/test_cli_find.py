"""Tests of ``find`` and ``stats``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from calling import EXAMPLES, Call

from cableconv.cli.exit_codes import ExitCode


@pytest.fixture
def cables(here: Path) -> Path:
    """Return a folder with the examples."""
    shutil.copytree(EXAMPLES, here / "cables")
    return here / "cables"


def test_a_pipe_gets_one_hit_per_line(cables: Path, call: Call) -> None:
    ended = call("find", "cables", '"embassy suva"')
    [hit] = map(json.loads, ended.out.splitlines())
    assert (hit["key"], hit["number"], hit["marking"]) == ("08WELLINGTON233", 5, "U")
    [(start, end)] = hit["marks"]
    assert hit["text"][start:end] == "Embassy Suva"


def test_a_terminal_gets_the_cable_and_the_paragraph(cables: Path, call: Call) -> None:
    shown = call("find", "cables", '"embassy suva"', "--format", "text").out.splitlines()
    assert shown[0].startswith("08WELLINGTON233  2008-10-10  NEW ZEALAND ADVISES FIJI")
    assert shown[1] == "  5. (U) This message was coordinated with Embassy Suva."


def test_no_line_is_wider_than_the_terminal(cables: Path, call: Call) -> None:
    shown = call("find", "cables", "the", "--format", "text").out.splitlines()
    assert max(map(len, shown)) <= 80


def test_a_limit_ends_the_search(cables: Path, call: Call) -> None:
    keys = {
        json.loads(line)["key"]
        for line in call("find", "cables", "the", "--limit", "2").out.splitlines()
    }
    assert len(keys) == 2


def test_no_hit_is_exit_code_1(cables: Path, call: Call) -> None:
    assert call("find", "cables", "xylophone").code == ExitCode.FAILED


def test_an_invalid_query_is_explained(cables: Path, call: Call) -> None:
    ended = call("find", "cables", "tga:PREL")
    assert ended.code == ExitCode.USAGE
    assert "did you mean tag?" in ended.err


def test_stats_count_selected_cables(cables: Path, call: Call) -> None:
    everything = json.loads(call("stats", "cables", "--format", "json").out)
    chosen = json.loads(call("stats", "cables", "--format", "json", "--where", "post:SUVA").out)
    assert chosen["posts"] == {"SUVA": everything["posts"]["SUVA"]}
    assert chosen["cables"] == everything["posts"]["SUVA"]


def test_stats_are_a_table_on_a_terminal(cables: Path, call: Call) -> None:
    lines = call("stats", "cables").out.splitlines()
    assert lines[0].endswith("  cables")
    assert "References to cables" in lines


def test_stats_draw_a_chart(cables: Path, call: Call) -> None:
    pytest.importorskip("matplotlib")
    ended = call("stats", "cables", "--plot", "years.svg", "--by", "post")
    assert ended.err == "wrote years.svg\n"
    assert b"<svg" in Path("years.svg").read_bytes()
