"""Fuzzing with atheris, which looks for inputs that reach new branches.

It ends at its first finding, and writes the input to the folder of findings.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random


def run_covered(name: str, seconds: int, folder: Path) -> None:
    """Fuzz one target; needs ``pip install atheris``."""
    import atheris

    with atheris.instrument_imports(include=["cableconv"]):
        from fuzz.checks import check
        from fuzz.targets import TARGETS
    from fuzz.changes import LONGEST, changed

    target = TARGETS[name]
    seeds, corpus = list(target.documents()), folder / name / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(seed)

    def one_input(data: bytes) -> None:
        check(data, target)

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        own = atheris.Mutate(data, most) if seed % 2 else data
        return changed(own, Random(seed), seeds)[:most]

    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-artifact_prefix={folder}/"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], one_input, custom_mutator=mutated)
    atheris.Fuzz()
