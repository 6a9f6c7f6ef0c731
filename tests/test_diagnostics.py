"""The catalogue of diagnostics contains and describes every code that is reported."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import cableconv
from cableconv.diagnostics import TOPICS, Code, codes, codes_of

ROOT = Path(__file__).parents[1]
INPUTS = sorted(
    path for path in (ROOT / "examples").rglob("*") if path.suffix not in (".py", ".ipynb", "")
)
MAKERS = {"cableconv/diagnostics/code.py", "cableconv/transforms/redact/traces.py"}
"""The modules that create diagnostics: from a code, or as a copy without its texts."""


@pytest.mark.parametrize("code", codes().values(), ids=codes())
def test_a_code_has_meaning_and_advice(code: Code) -> None:
    assert code.meaning
    assert code.message
    assert "|" not in code.meaning + code.advice  # meaning and advice are cells of a table


def test_names_are_unique_and_follow_their_constants() -> None:
    assert len(codes()) == sum(len(codes_of(topic)) for topic in TOPICS)
    for topic in ROOT.joinpath("cableconv/diagnostics").glob("*.py"):
        for node in ast.parse(topic.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                (target,), name = node.targets, node.value.args[0]
                assert isinstance(target, ast.Name)
                assert isinstance(name, ast.Constant)
                assert target.id == str(name.value).upper().replace("-", "_")


def test_what_the_examples_report_is_in_the_catalogue() -> None:
    known = codes()
    reported = [
        found for path in INPUTS for cable in cableconv.read(path) for found in cable.diagnostics
    ]
    assert len({found.code for found in reported}) > 10
    for found in reported:
        assert known[found.code].severity == found.severity


def test_diagnostics_are_made_from_codes_only() -> None:
    made = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "cableconv").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Diagnostic"
    }
    assert made == MAKERS
