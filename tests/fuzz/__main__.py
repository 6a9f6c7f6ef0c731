"""Fuzz readers by hand: ``PYTHONPATH=tests python -m fuzz [TARGET ...] [--seconds N]``."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from fuzz.loop import keep, run
from fuzz.targets import TARGETS


def main() -> None:
    """Run the targets one after the other; the exit code is 1 if anything was found."""
    arguments = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    arguments.add_argument("targets", nargs="*", choices=[*TARGETS, []], default=[])
    arguments.add_argument("--seconds", type=float, default=60, help="per target")
    arguments.add_argument("--seed", type=int, default=None, help="as printed by another run")
    arguments.add_argument("--findings", type=Path, default=Path("findings"))
    chosen = arguments.parse_args()
    names = chosen.targets or [*TARGETS]
    seed = chosen.seed if chosen.seed is not None else time.time_ns() % 10**6
    found = [_run(name, chosen.seconds, seed, chosen.findings) for name in names]
    sys.exit(any(found))


def _run(name: str, seconds: float, seed: int, folder: Path) -> int:
    done = run(TARGETS[name], seconds, seed)
    print(f"{name}: {done.executions} inputs, {done.new} new, "
          f"{len(done.findings)} findings (seed {seed})", flush=True)  # fmt: skip
    for finding in done.findings:
        print(f"  {keep(finding, folder / name)}: {finding.place}", flush=True)
    return len(done.findings)


if __name__ == "__main__":
    main()
