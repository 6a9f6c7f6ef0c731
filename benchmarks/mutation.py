"""Change the code in small ways, and count how many of these changes the tests notice.

    pip install mutmut
    python benchmarks/mutation.py [GROUP ...] [--children N] [--survivors]

A group is some modules and the tests that specify them, which take seconds (docs/mutation.md).
The checkout is copied to a temporary folder, where mutmut works; the original is not changed.
``--survivors`` prints each change that no test noticed, or that took too long: it may not end, or
the machine had other work.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
COPIED = ("cableconv", "tests", "examples", "docs", "pyproject.toml", "README.md")


class Group(NamedTuple):
    """Modules, and the tests that specify them."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


CASES = "tests/parser/test_parser_cases.py"
GROUPS = {
    "text": Group(
        ("exporters/text/counts.py", "exporters/text/doubts.py", "exporters/text/endings.py",
         "exporters/text/labels.py"),
        ("tests/exporters/text/test_text_telegram.py",
         "tests/exporters/text/test_text_doubts.py",
         "tests/exporters/text/test_text_endings.py"),
    ),
    "redact": Group(
        ("transforms/redact/spelling.py", "transforms/redact/inner_markings.py",
         "transforms/redact/name_list.py"),
        ("tests/transforms/redact/test_names.py", "tests/transforms/redact/test_portions.py",
         "tests/transforms/redact/test_inner_markings.py"),
    ),
    "levels": Group(
        ("transforms/redact/block_levels.py", "transforms/redact/portions.py",
         "transforms/redact/printed_levels.py"),
        ("tests/transforms/redact/test_portions.py", "tests/transforms/redact/test_odd_markings.py",
         "tests/transforms/redact/test_inner_markings.py",
         "tests/transforms/redact/test_printed_levels.py",
         "tests/transforms/redact/test_beyond_markings.py",
         "tests/transforms/redact/test_marked_fields.py"),
    ),
    "lexer": Group(
        ("parser/lexer/paragraph_marks.py", "parser/lexer/pilcrows.py", "parser/lexer/captions.py"),
        (CASES, "tests/parser/test_parser_parts.py", "tests/parser/test_paragraph_marks.py",
         "tests/parser/test_captions.py", "tests/parser/test_line_facts.py"),
    ),
    "heading": Group(
        ("parser/heading/addressees.py", "parser/heading/drafting.py"),
        (CASES, "tests/parser/test_parser_parts.py"),
    ),
    "passing": Group(
        ("parser/preface/joined_passing.py", "parser/preface/passing_lines.py"),
        (CASES, "tests/parser/test_parser_parts.py"),
    ),
    "tables": Group(
        ("parser/body/tables/usual_rows.py", "parser/body/tables/ruled_columns.py"),
        (CASES, "tests/parser/test_usual_rows.py"),
    ),
    "copies": Group(
        ("parser/cleanup/copies/duplicate_telegrams.py",),
        (CASES, "tests/parser/test_second_telegrams.py"),
    ),
}  # fmt: skip


def prepare(folder: Path, group: Group) -> None:
    """Copy the checkout, and write mutmut's configuration."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".hypothesis")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)
    lists = {
        "source_paths": ["cableconv"],
        "only_mutate": [f"cableconv/{module}" for module in group.modules],
        "also_copy": ["examples", "docs", "README.md"],
        "pytest_add_cli_args_test_selection": list(group.tests),
        "pytest_add_cli_args": ["-k", "not every_tree and not hard_texts"],  # slow tests
    }
    lines = [f"{name} =\n    " + "\n    ".join(values) for name, values in lists.items()]
    (folder / "setup.cfg").write_text("[mutmut]\n" + "\n".join(lines) + "\n", encoding="utf-8")


def mutmut(folder: Path, *arguments: str) -> str:
    """Return mutmut's output; the generated examples are the same in every run."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments],
        cwd=folder, env={**environment, "CI": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(done.stdout[-3000:] + done.stderr)
    return done.stdout


def check(name: str, children: int, survivors: bool) -> None:
    """Run one group, and print its figures."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        prepare(folder, GROUPS[name])
        mutmut(folder, "run", "--max-children", str(children))
        mutmut(folder, "export-cicd-stats")
        stats = json.loads((folder / "mutants" / "mutmut-cicd-stats.json").read_text())
        died = stats["killed"] + stats["timeout"]
        share = 100 * died / max(stats["total"], 1)
        late = f", {stats['timeout']} of them by time" if stats["timeout"] else ""
        print(f"{name}: {died} of {stats['total']} mutants died ({share:.1f} %){late}", flush=True)
        for line in mutmut(folder, "results").splitlines():
            mutant, _, state = line.strip().partition(": ")
            if survivors and state in ("survived", "no tests", "timeout"):
                print(mutmut(folder, "show", mutant))


def main() -> None:
    """Check the groups that the arguments name, or all."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("groups", nargs="*", choices=[*GROUPS, []], default=[])
    arguments.add_argument("--children", type=int, default=os.cpu_count() or 1)
    arguments.add_argument("--survivors", action="store_true")
    chosen = arguments.parse_args()
    for name in chosen.groups or GROUPS:
        check(name, chosen.children, chosen.survivors)


if __name__ == "__main__":
    main()
