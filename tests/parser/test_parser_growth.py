"""What a text costs grows with its length: twice the text, at most 2.3 times the work.

By default the work is counted in calls of functions, which are the same in every run, at lengths
that take a moment.  The slow test counts instructions, where valgrind is there: with them what a
pattern does inside counts as well.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from growing_texts import SHAPES

from cableconv.parser import parse_telegram
from cableconv.telegram import Telegram

MOST = 2.3
LENGTH = 6_000
LATE = {"class lines": 24_000, "headers": 24_000, "headers that open": 24_000}
"""Shapes that look up to sixty lines ahead grow faster until there are that many."""
LONG = 40_000
FLOOR = 400
"""Calls that any text costs: what costs less than these twice says nothing of growth."""
PROGRAM = """
import sys
from growing_texts import SHAPES
import cableconv

text = SHAPES[sys.argv[1]](int(sys.argv[2]))
cableconv.parse(text, reader="telegram")
"""
COLLECTED = re.compile(r"Collected : (\d+)")


def calls(text: str) -> int:
    """How many functions are called, Python's own and built-in ones, while a text is read."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        parse_telegram(Telegram(text=text))
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_costs_twice_the_calls(shape: str) -> None:
    make, length = SHAPES[shape], LATE.get(shape, LENGTH)
    parse_telegram(Telegram(text=make(LENGTH // 3)))  # patterns and tables are there now
    once, twice = calls(make(length)), calls(make(2 * length))
    assert twice <= MOST * max(once, FLOOR), (once, twice)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("valgrind"), reason="valgrind is not installed")
@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_costs_twice_the_instructions(shape: str) -> None:
    start = instructions(shape, 0)
    once, twice = (instructions(shape, length) - start for length in (LONG, 2 * LONG))
    assert twice <= MOST * max(once, start // 20), (once, twice)


def instructions(shape: str, length: int) -> int:
    """How many a process needs that reads a text of that shape."""
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, "-c",
         PROGRAM, shape, str(length)],
        cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "0", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    found = COLLECTED.search(run.stderr)
    assert found, run.stderr
    return int(found[1])
