"""Every test asserts something, directly or through a helper."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted([*ROOT.glob("tests/**/*.py"), *ROOT.glob("plugins/*/tests/**/*.py")])
SAYING = frozenset({"raises", "warns", "fail", "assertValid", "validate", "check_schema"})
"""Calls that raise if a condition does not hold, besides ``assert_...``."""
GOES_THROUGH = frozenset(
    ("test_a_damaged_archive_is_read_or_explained",
     "test_all_text_of_the_body_is_written_in_order", "test_the_xml_is_valid",
     "test_a_missing_folder_has_no_drafts",
     "test_the_relax_ng_schema_is_valid")
)  # fmt: skip
"""Tests that check only that no exception is raised."""


@cache
def _functions() -> list[ast.FunctionDef]:
    trees = [ast.parse(module.read_text(encoding="utf-8")) for module in MODULES]
    nodes = (node for tree in trees for node in ast.walk(tree))
    return [node for node in nodes if isinstance(node, ast.FunctionDef)]


def _called(function: ast.FunctionDef) -> set[str]:
    """Return the names of the functions that it calls, without their qualifiers."""
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {call.attr if isinstance(call, ast.Attribute) else ast.unparse(call) for call in calls}


def _asserts(function: ast.FunctionDef) -> bool:
    own = any(isinstance(node, ast.Assert) for node in ast.walk(function))
    called = _called(function)
    return own or any(name in SAYING or name.startswith("assert_") for name in called)


def _asserting(functions: list[ast.FunctionDef]) -> set[str]:
    """Return the names of the functions that assert, directly or through calls."""
    callers: defaultdict[str, set[str]] = defaultdict(set)
    for function in functions:
        for name in _called(function):
            callers[name].add(function.name)
    found: set[str] = set()
    waiting = {function.name for function in functions if _asserts(function)}
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= callers[name] - found
    return found


def test_every_test_asserts_something() -> None:
    tests = {each.name for each in _functions() if each.name.startswith("test_")}
    assert len(tests) > 1000
    assert tests - _asserting(_functions()) == GOES_THROUGH


@pytest.mark.parametrize(
    ("code", "asserting"),
    [
        ("def test_a(): assert 1", {"test_a"}),
        ("def test_a(): work()", set()),
        ("def test_a():\n  with pytest.raises(E): work()", {"test_a"}),
        ("def test_a(): a.holds()\ndef holds(): is_so()\ndef is_so(): assert 1",
         {"test_a", "holds", "is_so"}),
    ],
)  # fmt: skip
def test_a_test_that_asserts_nothing_is_found(code: str, asserting: set[str]) -> None:
    functions = [node for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)]
    assert _asserting(functions) == asserting
