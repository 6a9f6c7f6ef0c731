"""Measure how long reading and writing a cable takes, in one process, on average over a folder.

    python benchmarks/run.py [FOLDER] [--rounds 3]

Every step uses the public library as a program with many cables would, with one ``Session`` for
all calls.  The default FOLDER is ``text`` in the folder named by ``CABLECONV_DATA``, or else the
examples.  A figure is the minimum of several rounds over the whole folder, to exclude the
machine's other work.  The second table compares the same calls with and without a session, which
must take the same time (at most 1.1 times).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import cableconv
from cableconv.session import Session

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples" / "cables"
DATA = os.environ.get("CABLECONV_DATA")
FORMATS = ("json", "xml", "text", "docx")
IMPORT = "from time import perf_counter as t; s = t(); import cableconv; print(t() - s)"


FRAGMENT = "The ferry runs again.\n" * 5
"""A text without a heading, for which no reader is sure."""

SESSION_FORMATS = ("json", "html")
CALLS = 200
"""The number of calls per measurement, alternating with and without a session."""


class Figure(NamedTuple):
    """A line of the table; ``milliseconds`` are per cable (or per import)."""

    step: str
    milliseconds: float


def best(rounds: int, seconds: Callable[[], float]) -> float:
    """Return the shortest of several measurements."""
    return min(seconds() for _ in range(rounds))


def seconds_over(step: Callable[[Any], object], inputs: Iterable[Any]) -> float:
    """Return the time of ``step`` for all inputs."""
    start = perf_counter()
    for each in inputs:
        step(each)
    return perf_counter() - start


def import_seconds() -> float:
    """Return the time of ``import cableconv`` in a new interpreter."""
    command = [sys.executable, "-c", IMPORT]
    return float(subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout)


def figures(contents: list[bytes], rounds: int) -> Iterator[Figure]:
    """Yield every line of the table, in the order of a conversion."""
    yield Figure("import cableconv", 1000 * best(5, import_seconds))
    each = 1000 / len(contents)
    session = Session()
    parse = partial(cableconv.parse, session=session)
    yield Figure("parse", each * best(rounds, partial(seconds_over, parse, contents)))
    cables = [parse(content) for content in contents]
    for name in FORMATS:
        write = partial(cableconv.export, to=name, session=session)
        yield Figure(name, each * best(rounds, partial(seconds_over, write, cables)))


class Comparison(NamedTuple):
    """A line of the second table, in milliseconds per call."""

    step: str
    with_session: float
    without: float


def comparisons(content: bytes, rounds: int) -> Iterator[Comparison]:
    """Yield the same calls with and without a session."""
    session = Session()
    cable = cableconv.parse(content, session=session)
    steps: dict[str, tuple[Callable[..., object], object]] = {
        "parse": (cableconv.parse, content),
        "parse a fragment": (cableconv.parse, FRAGMENT),
    }
    for name in SESSION_FORMATS:
        steps[name] = (partial(cableconv.export, to=name), cable)
    for step, (call, argument) in steps.items():
        shared = partial(call, argument, session=session)
        yield Comparison(step, *in_turns(shared, partial(call, argument), rounds))


def in_turns(
    first: Callable[[], object], second: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """Return milliseconds per call for each: the minimum of alternating rounds."""
    best_first = best_second = float("inf")
    for _ in range(5 * rounds):
        best_first = min(best_first, seconds_over(lambda _: first(), range(CALLS)))
        best_second = min(best_second, seconds_over(lambda _: second(), range(CALLS)))
    return 1000 * best_first / CALLS, 1000 * best_second / CALLS


def main() -> None:
    default = Path(DATA) / "text" if DATA else EXAMPLES
    arguments = argparse.ArgumentParser(description="How long a cable takes to read and write.")
    arguments.add_argument("folder", nargs="?", type=Path, default=default)
    arguments.add_argument("--rounds", type=int, default=3, help="the best of so many (3)")
    asked = arguments.parse_args()
    contents = [path.read_bytes() for path in sorted(asked.folder.iterdir()) if path.is_file()]
    if not contents:
        arguments.error(f"{asked.folder}: no files in it")
    average = sum(map(len, contents)) / len(contents) / 1000
    print(f"{len(contents)} cables of {average:.1f} KB on average, {asked.folder}")
    print(f"Python {sys.version.split()[0]}, cableconv {cableconv.__version__}\n")
    print(f"{'step':20}{'ms':>8}")
    for figure in figures(contents, asked.rounds):
        print(f"{figure.step:20}{figure.milliseconds:>8.2f}")
    print(f"\n{'one call, ms':20}{'with a session':>16}{'without':>10}{'ratio':>8}")
    for step, shared, without in comparisons(contents[0], asked.rounds):
        print(f"{step:20}{shared:>16.4f}{without:>10.4f}{without / shared:>8.2f}")


if __name__ == "__main__":
    main()
