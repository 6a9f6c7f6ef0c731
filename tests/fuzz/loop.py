"""Fuzzing for a limited time without other programs: inputs of a new kind become seeds."""

from __future__ import annotations

import hashlib
import time
import traceback
from pathlib import Path
from random import Random
from typing import NamedTuple

from fuzz.changes import changed
from fuzz.checks import check
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
    """The number of inputs, the number of their kinds, and the findings."""

    executions: int
    kinds: int
    findings: tuple[Finding, ...]


def run(target: Target, seconds: float, seed: int = 0) -> Run:
    """Try inputs one after the other; they depend only on ``seed``."""
    random, seeds = Random(seed), list(target.documents())
    kinds: set[str] = set()
    findings: dict[str, Finding] = {}
    waiting, executions, until = list(reversed(seeds)), 0, time.monotonic() + seconds
    while time.monotonic() < until:
        data = waiting.pop() if waiting else changed(random.choice(seeds), random, seeds)
        executions += 1
        try:
            kind = check(data, target)
        except Exception:
            found = Finding(data, traceback.format_exc())
            findings.setdefault(found.place, found)
            continue
        if kind not in kinds and len(seeds) < MOST_SEEDS:
            seeds.append(data)
        kinds.add(kind)
    return Run(executions, len(kinds), tuple(findings.values()))


def keep(finding: Finding, folder: Path) -> Path:
    """Write the input, and the error beside it; return the input's path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / hashlib.sha256(finding.data).hexdigest()[:12]
    path.write_bytes(finding.data)
    path.with_suffix(".txt").write_text(finding.problem, encoding="utf-8")
    return path
