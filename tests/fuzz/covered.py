"""Fuzz one reader with atheris, which looks for inputs that reach new branches.

    PYTHONPATH=tests python -m fuzz.covered TARGET [--seconds N] [--findings FOLDER]

Inputs that reach new branches are kept in ``FOLDER/TARGET/corpus``, where the next run begins, and
findings beside it. Needs ``pip install atheris``.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

A_PLACE = 5
"""The number of findings kept per place that raised the error."""


def main() -> None:
    """Fuzz the target that the arguments name; findings do not end the run."""
    import atheris

    arguments = argparse.ArgumentParser(prog="fuzz.covered", description=__doc__)
    arguments.add_argument("target")
    arguments.add_argument("--seconds", type=int, default=60)
    arguments.add_argument("--findings", type=Path, default=Path("findings"))
    chosen = arguments.parse_args()
    # The whole run is inside, as some modules are imported at their first use.
    with atheris.instrument_imports(include=["cableconv"]):
        from fuzz.changes import LONGEST, changed
        from fuzz.targets import TARGETS

        seeds, folder = list(TARGETS[chosen.target].documents()), chosen.findings / chosen.target
        one_input = _checked(chosen.target, folder)
        for data in seeds:
            one_input(data)

        def mutated(data: bytes, most: int, seed: int) -> bytes:
            own = atheris.Mutate(data, most) if seed % 2 else data
            return changed(own, Random(seed), seeds)[:most]

        corpus = _written(seeds, folder / "corpus")
        options = [f"-max_total_time={chosen.seconds}", f"-max_len={LONGEST}", "-timeout=100",
                   f"-artifact_prefix={folder}/", str(corpus)]  # fmt: skip
        atheris.Setup([sys.argv[0], *options], one_input, custom_mutator=mutated)
        atheris.Fuzz()


def _checked(name: str, folder: Path) -> Callable[[bytes], None]:
    """Return a function that checks an input, and keeps it if it fails."""
    from fuzz.checks import check
    from fuzz.loop import Finding, keep
    from fuzz.novelty import Seen
    from fuzz.targets import TARGETS

    target, known, seen = TARGETS[name], Counter[str](), Seen()

    def one_input(data: bytes) -> None:
        try:
            check(data, target, seen)
        except Exception:
            found = Finding(data, traceback.format_exc())
            known[found.place] += 1
            if known[found.place] <= A_PLACE:
                print(f"{keep(found, folder)}: {found.place}", flush=True)

    return one_input


def _written(seeds: list[bytes], corpus: Path) -> Path:
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    return corpus


if __name__ == "__main__":
    main()
