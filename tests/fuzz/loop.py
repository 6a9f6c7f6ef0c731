"""Fuzzing for a limited time without other programs: inputs of a new kind become seeds."""

from __future__ import annotations

import hashlib
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from fuzz.changes import changed
from fuzz.checks import check
from fuzz.novelty import Seen
from fuzz.targets import Target

MOST_SEEDS = 2000


class Finding(NamedTuple):
    """An input that fails a check, and the error."""

    data: bytes
    problem: str

    @property
    def place(self) -> str:
        """The place that raised the error; one finding per place is kept."""
        return "\n".join(self.problem.splitlines()[-3:])[:300]


class Run(NamedTuple):
    """The number of inputs, the number of those with a new result, and the findings."""

    executions: int
    new: int
    findings: tuple[Finding, ...]


def run(target: Target, seconds: float, seed: int = 0) -> Run:
    """Try inputs one after the other; they depend only on ``seed``."""
    random, seeds = Random(seed), list(target.documents())
    seen, new, findings = Seen(), 0, dict[str, Finding]()
    waiting, executions, until = list(reversed(seeds)), 0, time.monotonic() + seconds
    while time.monotonic() < until:
        data = waiting.pop() if waiting else changed(_short(seeds, random), random, seeds)
        executions += 1
        try:
            features = check(data, target, seen)
        except Exception:
            found = Finding(data, traceback.format_exc())
            findings.setdefault(found.place, found)
            continue
        if features:
            new += 1
            seeds += [data] if len(seeds) < MOST_SEEDS else []
    return Run(executions, new, tuple(findings.values()))


def _short(seeds: Sequence[bytes], random: Random) -> bytes:
    """Return the shorter one of two seeds: with it, twice as many inputs are tried in a time."""
    return min(random.choice(seeds), random.choice(seeds), key=len)


def keep(finding: Finding, folder: Path) -> Path:
    """Write the input, and the error beside it; return the input's path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / hashlib.sha256(finding.data).hexdigest()[:12]
    path.write_bytes(finding.data)
    path.with_suffix(".txt").write_text(finding.problem, encoding="utf-8")
    return path
