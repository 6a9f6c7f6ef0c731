"""Assert that the tests take nearly every branch; reads what `coverage json -o FILE` has written.

python .ci/branches.py FILE
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

AT_LEAST = 95.0
"""Per cent of the branches of each package."""

GATED = (
    *("cableconv/parser", "cableconv/readers", "cableconv/exporters", "cableconv/transforms"),
    *("cableconv/plugins", "cableconv/cli", "plugins"),
)


def branches(measured: Path) -> dict[str, float]:
    """Per cent of branches that were taken, by gated package."""
    taken: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for file, figures in json.loads(measured.read_text(encoding="utf-8"))["files"].items():
        for package in GATED:
            if Path(file).as_posix().startswith(f"{package}/"):
                taken[package] += figures["summary"]["covered_branches"]
                there[package] += figures["summary"]["num_branches"]
    return {package: 100 * taken[package] / max(there[package], 1) for package in GATED}


def main() -> None:
    found = branches(Path(sys.argv[1]))
    for package, percent in found.items():
        print(f"{package:24}{percent:6.1f} % of branches")
    if low := [package for package, percent in found.items() if percent < AT_LEAST]:
        sys.exit(f"less than {AT_LEAST} %: {', '.join(low)}; see .venv/bin/coverage report")


if __name__ == "__main__":
    main()
