"""The parser's work grows linearly: twice the text, at most 2.3 times the work.

By default the work is measured in function calls, which are the same in every run, on short
texts.  The slow test counts instructions with valgrind, if installed, and so includes the work
inside patterns.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from cProfile import Profile
from pathlib import Path

import pytest
from growing_texts import SHAPES

from cableconv.parser import parse_telegram
from cableconv.telegram import Telegram

MOST = 2.3
LENGTH = 6_000
LATE = dict.fromkeys(("class lines", "headers", "headers that open", "a header in a line"), 24_000)
"""Lengths for shapes that look up to sixty lines ahead, which grow faster on shorter texts."""
LONG = 40_000
LEAST = 10_000_000
"""Instructions below which growth is not judged: such a text is hardly read."""
ENDLESS = 10**13
"""Stands for the instructions of a text that was not read within ``SECONDS``."""
SECONDS = 90
"""Seconds of processor time for one text, five times what the slowest linear shape takes."""
FLOOR = 400
"""Calls that any text costs; growth is not judged below twice as many."""
PROGRAM = """
import json, os, resource, sys
from growing_texts import SHAPES
import cableconv

shapes, lengths, seconds = map(json.loads, sys.argv[1:])
for make in SHAPES.values():  # patterns and tables are there then
    cableconv.parse(make(2_000), reader="telegram")
for shape in shapes:
    for length in lengths:
        child = os.fork()
        if not child:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            cableconv.parse(SHAPES[shape](length), reader="telegram")
            os._exit(0)
        failed = os.waitpid(child, 0)[1]
        print(0 if failed else child, length, shape, flush=True)
"""
Text = tuple[str, int]
"""A shape and a length."""
COUNTED = re.compile(r"==(\d+)== I\s+refs:\s+([\d,]+)")


def calls(text: str) -> int:
    """Return the number of calls of Python and built-in functions while a text is read."""
    profile = Profile()
    profile.runcall(parse_telegram, Telegram(text=text))
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_costs_twice_the_calls(shape: str) -> None:
    make, length = SHAPES[shape], LATE.get(shape, LENGTH)
    parse_telegram(Telegram(text=make(LENGTH // 3)))  # compile patterns and load tables
    once, twice = calls(make(length)), calls(make(2 * length))
    assert twice <= MOST * max(once, FLOOR), (once, twice)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("valgrind"), reason="valgrind is not installed")
def test_twice_the_text_costs_twice_the_instructions() -> None:
    needed = instructions(0, LONG, 2 * LONG)
    grown = {}
    for shape in SHAPES:
        counts = [needed[shape, length] for length in (0, LONG, 2 * LONG)]
        once, twice = (count - counts[0] for count in counts[1:])
        grown[shape] = ENDLESS if ENDLESS in counts else twice / max(once, LEAST)
    assert {shape: times for shape, times in grown.items() if times > MOST} == {}


def instructions(*lengths: int) -> dict[Text, int]:
    """Return the instructions, including start-up, of a process that reads one text, by text."""
    shapes, workers = list(SHAPES), os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        shares = (shapes[first::workers] for first in range(workers))
        counted = list(pool.map(lambda share: counted_by_valgrind(share, lengths), shares))
    return {text: number for each in counted for text, number in each.items()}


def counted_by_valgrind(shapes: Sequence[str], lengths: Sequence[int]) -> dict[Text, int]:
    """Return the same for some shapes: cachegrind without caches counts faster than callgrind."""
    run = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
         sys.executable, "-c", PROGRAM, *map(json.dumps, (shapes, lengths, SECONDS))],
        cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "0", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    found = dict(COUNTED.findall(run.stderr))
    lines = (line.split(maxsplit=2) for line in run.stdout.splitlines())
    return {
        (shape, int(length)): int(found[child].replace(",", "")) if child in found else ENDLESS
        for child, length, shape in lines
    }
